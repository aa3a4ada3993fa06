import './progress.scss'

/** How far something is, in words and as a bar. */
export const Progress = ({ label, value, max }: { label: string; value: number; max: number }) => (
  <label className="app-progress">
    {label}
    <progress value={value} max={max} />
  </label>
)
