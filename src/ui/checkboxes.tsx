import { Group, type GroupProps, Item } from './choices.tsx'
import './checkboxes.scss'

/** Any of several. */
export const Checkboxes = ({ defaultValues = [], ...group }: GroupProps & { defaultValues?: readonly string[] }) => (
  <Group {...group} kind="checkboxes">
    {group.options.map((option, index) => (
      <Item key={option.value} {...option} kind="checkboxes" name={group.name} index={index} checked={defaultValues.includes(option.value)} />
    ))}
  </Group>
)
