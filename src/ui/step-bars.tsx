import './step-bars.scss'

interface StepBarsProps {
  title: string
  /** What each length means, from the longest to the shortest. */
  steps: readonly string[]
  /** `values` are how many came to each step; each is among those before it. */
  rows: readonly { key: string; label: string; values: readonly number[] }[]
}

const width = 600
const height = 24

/**
 * A bar for each row, as long as all who began, and within it a darker one for each step, as long as those who came there. A table beside it says the same,
 * so it is a picture and no more: nobody hears it.
 */
export function StepBars({ title, steps, rows }: StepBarsProps) {
  const most = Math.max(1, ...rows.map(({ values }) => values[0] ?? 0))
  const lengthOf = (value: number) => Math.round((value / most) * width)
  return (
    <figure className="app-step-bars" aria-hidden="true">
      <figcaption className="govuk-heading-s">{title}</figcaption>
      <ul className="app-step-bars__key">
        {steps.map((step, index) => (
          <li key={step}>
            <svg width={18} height={18} viewBox="0 0 18 18">
              <rect className={shades[index]} x={1} y={1} width={16} height={16} />
            </svg>
            {step}
          </li>
        ))}
      </ul>
      {rows.map(({ key, label, values }) => (
        <div key={key} className="app-step-bars__row">
          <span>{label}</span>
          <svg viewBox={`0 0 ${width + 2} ${height}`} preserveAspectRatio="none">
            {values.map((value, index) => (
              // Steps are told apart by their place alone.
              <rect key={steps[index]} className={shades[index]} x={1} y={1} width={lengthOf(value)} height={height - 2} />
            ))}
          </svg>
        </div>
      ))}
    </figure>
  )
}

const shades = ['app-step-bars__0', 'app-step-bars__1', 'app-step-bars__2', 'app-step-bars__3', 'app-step-bars__4'] as const
