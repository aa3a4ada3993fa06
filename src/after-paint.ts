/**
 * The first code of a page that the server drew. The rest waits in a template, so that nothing competes with the words; it is fetched as soon as they can be
 * read, or at once where nobody looks yet.
 */
function fetchCode(): void {
  const code = document.querySelector<HTMLTemplateElement>('#code')?.content
  if (!code) return
  // Where the code does not come, the links of the page still lead on.
  const release = () => document.querySelector('#app')?.removeAttribute('inert')
  for (const script of code.querySelectorAll('script')) script.addEventListener('error', release)
  document.head.append(code)
}

if (document.visibilityState === 'hidden') fetchCode()
// What is called before a frame runs before it is painted; a timer set there runs after.
else requestAnimationFrame(() => setTimeout(fetchCode))
