/**
 * The first code of a page that the server drew. The rest waits in a template, so that nothing competes with the words; it is fetched as soon as they can be
 * read, or at once where nobody looks yet.
 */
function fetchCode(): void {
  document.head.append(document.querySelector<HTMLTemplateElement>('#code')?.content ?? '')
}

if (document.visibilityState === 'hidden') fetchCode()
// A frame's callbacks run before it is painted, a timer set in one runs after.
else requestAnimationFrame(() => setTimeout(fetchCode))
