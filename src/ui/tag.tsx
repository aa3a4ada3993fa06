import './tag.scss'

export type TagColour = 'grey' | 'green' | 'teal' | 'blue' | 'yellow' | 'orange' | 'red'

export const Tag = ({ colour = 'blue', children }: { colour?: TagColour; children: string }) => (
  <strong className={`govuk-tag govuk-tag--${colour}`}>{children}</strong>
)
