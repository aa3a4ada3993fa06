import { Group, type GroupProps, Item } from './choices.tsx'
import './checkboxes.scss'
import './checkbox-groups.scss'

interface CheckboxGroupsProps extends Omit<GroupProps, 'options'> {
  groups: readonly { title: string; options: GroupProps['options'] }[]
  defaultValues?: readonly string[]
}

/** Any of many, in groups with a title each; together they are one answer with one name. */
export function CheckboxGroups({ groups, defaultValues = [], ...group }: CheckboxGroupsProps) {
  // Ids count on through the groups.
  const starts = groups.map((_, index) => groups.slice(0, index).reduce((sum, { options }) => sum + options.length, 0))
  return (
    <Group {...group} options={[]} kind="checkboxes">
      <div className="govuk-checkboxes--small app-checkbox-groups">
        {groups.map(({ title, options }, at) => (
          <div key={title} className="app-checkbox-groups__group" role="group" aria-labelledby={`${group.name}-group-${at}`}>
            <p className="app-checkbox-groups__title" id={`${group.name}-group-${at}`}>
              {title}
            </p>
            {options.map((option, index) => (
              <Item
                key={option.value}
                {...option}
                kind="checkboxes"
                name={group.name}
                index={(starts[at] ?? 0) + index}
                checked={defaultValues.includes(option.value)}
              />
            ))}
          </div>
        ))}
      </div>
    </Group>
  )
}
