/** The words round every page. */
export const copy = {
  signIn: 'Sign in',
  signOut: 'Sign out',
  details: 'Your details',
  about: 'About',
  join: 'Create an account',
  home: 'Home',
  skills: 'Skills',
  evidence: 'Evidence',
  verification: 'Verification',
  skillsMap: 'Skills map',
  unassigned: 'Unassigned requests',
  requests: 'Requests',
  anchors: 'Anchors',
  versions: 'Versions',
  framework: 'Key skills',
  training: 'Training',
  roster: 'Roster',
  accounts: 'Accounts',
  mail: 'Mail',
  settings: 'Settings',
  worried: 'Worried about a child now?',
  accessibility: 'Accessibility statement',
  privacy: 'Privacy notice',
  footer:
    'Panel Pool recruits and trains the people who chair and write reviews of serious child safeguarding cases. This site is not monitored for reports of harm.',
  waiting: 'We cannot reach Panel Pool just now. What you entered is kept on this page, and is sent as soon as we can.',
  errors: {
    notFound: {
      title: 'Page not found',
      text: 'There is nothing at this address, or it is not yours to see. If you typed the address, check it. If you followed a link, it may be out of date.',
    },
    forbidden: {
      title: 'You cannot open this page',
      text: 'Your account does not open this part of Panel Pool. Ask an administrator if you think it should.',
    },
    badAddress: {
      title: 'This address does not work',
      text: 'Part of the address is not something we understand. Start from the page before and choose again.',
    },
    down: {
      title: 'We cannot show this page just now',
      text: 'Panel Pool does not answer, or your connection is down. Nothing that you saved is lost. Try again in a moment.',
    },
    newRelease: { title: 'Panel Pool has been updated', text: 'A new version was released since you opened this page. Load it again to go on.' },
    unexpected: {
      title: 'Something went wrong',
      text: 'The page could not be shown. Nothing that you saved is lost. Try again, and tell an administrator if it happens twice.',
    },
    tryAgain: 'Try again',
    start: 'Go to the start page',
  },
}
