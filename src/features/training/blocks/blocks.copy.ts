const plays = (minutes: number) => `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`

/** The words of the blocks that ask the reader for something. */
export const copy = {
  decideFirst: 'Choose an answer to see what can be said for and against it.',
  youChose: 'You chose',
  check: 'Check',
  again: 'Try again',
  right: 'Right',
  notRight: 'Not right',
  alsoRight: 'Also right',
  notKept: 'For practice: your answers are not kept.',
  chooseSome: 'More than one may be right. For practice: your answers are not kept.',
  chooseFirst: 'Choose an answer, then check it',
  allRight: 'That is right.',
  notAllRight: 'Not quite.',

  orderHint: 'Move the items with their buttons until they stand in order. For practice: nothing is kept.',
  up: 'Up',
  down: 'Down',
  moves: { up: (text: string) => `Up: ${text}`, down: (text: string) => `Down: ${text}` },
  movedTo: (text: string, position: number, of: number) => `${text}: now ${position} of ${of}`,
  isFirst: (text: string) => `${text}: is already first`,
  isLast: (text: string) => `${text}: is already last`,
  orderResult: (right: number, of: number) => (right === of ? 'Every item stands where it belongs.' : `${right} of ${of} stand where they belong.`),
  standsRight: 'Stands right',
  belongsAt: (position: number) => `Belongs at ${position}`,
  rightOrder: 'The right order, and why',

  choosePartner: 'Choose',
  matchFirst: 'Choose one for each, then check',
  matchResult: (right: number, of: number) => (right === of ? 'Every pair is right.' : `${right} of ${of} pairs are right.`),
  belongsTo: (right: string) => `It belongs to: ${right}`,

  ofList: (title: string) => `the list ${title}`,
  ticks: 'Ticks are for this visit only. The text you download has them.',
  download: 'Download as text',

  recording: {
    audio: (title: string, minutes: number) => `${title} (sound, ${plays(minutes)})`,
    video: (title: string, minutes: number) => `${title} (film, ${plays(minutes)})`,
  },
  captions: 'English',
  recordingAway: 'The network is away, and playing this needs it. The transcript below is here to read.',
  recordingFails: 'This cannot be played here. The transcript below has everything that is said and shown in it.',
  transcript: (title: string) => `Transcript of ${title}`,

  hard: 'This part may distress',
  show: 'Show this part',
  skip: 'Skip this part',
  skipped: 'You skipped this part.',
  hide: 'Hide this part again',
  notShown: 'Parts you have not opened',
  notShownText: 'You need not read them to go on. Each leads back to its place.',
}
