/** The words of the list of versions, where new drafts are started. */
export const listCopy = {
  versionsIntro:
    'Administrators see every version and draft. A reviewer sees those that they were asked about. Everybody can read a version once it is published.',
  versionsCaption: 'Versions and drafts, newest first',
  versionsColumns: ['Version', 'State', 'Published', 'Retires'],
  noVersions: 'You have not been asked to review a draft. When you are, you get a mail and find the draft here.',
  start: 'Start a new draft',
  startWhat: 'A draft changes nothing for anybody until it is published. It begins as a copy of the version in use.',
  startNow: 'Start a draft from the version in use',
  importTitle: 'Start a draft from a file',
  importWhat:
    'A file in the format CASE 1.1 (.json) or CSV, such as the ones that can be downloaded from the framework’s own page. It becomes a new draft; nothing else changes.',
  file: 'Choose a file',
  fileHint: 'JSON or CSV, up to 1 MB.',
  reading: 'Reading the file',
  fileWrong: (name: string, faults: number) =>
    `${name} was not taken, and nothing was stored. ${faults === 1 ? 'One thing is wrong' : `${faults} things are wrong`} with it:`,
  fileTooBig: 'This file is larger than 1 MB. Choose a smaller one.',
  tooMany: (more: number) => `and ${more} more. Put these right first.`,
}
