import { showTime } from '#lib/show.ts'

/** The words before and after staff are signed out for doing nothing. */
export const idleCopy = {
  title: 'Are you still there?',
  text: (at: Date) =>
    `You see other people’s records, so you are signed out when you do nothing for a while: at ${showTime(at.toISOString())}, in two minutes. What you typed stays on this page.`,
  stay: 'Stay signed in',
  overTitle: 'You have been signed out',
  overText: 'Nothing was done here for a while. What you typed is still on this page: sign in again to go on with it.',
  signInAgain: 'Sign in again',
  close: 'Not now',
}
