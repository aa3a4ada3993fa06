/** The words about records that may be of the same person. */
export const copy = {
  title: 'May be the same person',
  what: 'These records have something in common with this one. Two people may share a name or a number, so ask before you take them for one.',
  caption: 'Records that may be of the same person',
  columns: ['Name', 'In common', 'Contact', 'Region and roles', 'Status', 'Joined'],
  because: { name: 'The same name', email: 'The same e-mail address', phone: 'The same phone number' },
  merge: 'Look at both',
  mergeWith: (name: string) => `records: this one and that of ${name}`,
  notGiven: 'Not given',
}
