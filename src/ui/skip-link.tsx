export const SkipLink = () => (
  <a
    href="#main"
    className="govuk-skip-link"
    onClick={(event) => {
      event.preventDefault()
      document.getElementById('main')?.focus()
    }}
  >
    Skip to main content
  </a>
)
