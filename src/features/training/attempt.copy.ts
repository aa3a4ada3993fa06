/** The words of a try that is open: its questions and the look over them. Those of the result are its own. */
export const attemptCopy = {
  question: (position: number, of: number) => `Question ${position} of ${of}`,
  answered: (count: number, of: number) => `${count} of ${of} answered`,
  flag: 'Mark to look at again',
  unflag: 'Take the mark away',
  keepAgain: 'Save this answer again',
  flagged: 'Marked',
  withdrawn: 'This question has been withdrawn, and counts as right whatever you answer.',
  previousQuestion: 'Previous question',
  nextQuestion: 'Next question',
  review: 'Look over and hand in',
  reviewTitle: 'Before you hand in',
  notAnswered: 'Not answered',
  isAnswered: 'Answered',
  unanswered: (count: number) => `${count} ${count === 1 ? 'question has' : 'questions have'} no answer yet. A blank counts as wrong.`,
  submit: 'Hand in',
  changedElsewhere: 'An answer was kept in another tab. This page now shows it.',
}
