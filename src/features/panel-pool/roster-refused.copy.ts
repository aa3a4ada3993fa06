/** The words of an address that asks what cannot be answered. */
export const refusedCopy = {
  refused: 'This list cannot be shown',
  refusedText: 'The address of this page asks something that cannot be answered:',
  takeAway: 'Take that filter away',
  startAgain: 'Start with the whole roster',
}
