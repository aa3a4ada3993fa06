import type { Regime } from '#domain/regime.ts'
import { paths } from '#paths'

/** The words of the public pages. */
export const copy = {
  title: 'Chair or write reviews that keep children safer',
  lead: 'When a child known to services dies or is badly harmed, a review asks why, so that people and agencies learn. Panel Pool trains the independent people who lead those reviews and keeps the pool they are appointed from.',
  create: 'Create an account',
  have: 'Already have an account?',
  signIn: 'Sign in',
  sections: [
    {
      title: 'What the two roles do',
      paragraphs: [
        'Each serious case review needed two independent people. The panel chair leads a panel of senior people from social care, health, education and the police, keeps it on the question of why, and holds it to its timetable. The overview report author brings together what each agency found, analyses it, and writes a report that others can act on.',
        'Neither may have worked for the agencies under review in the case. Neither is there to say who is to blame: courts, coroners and employers do that.',
      ],
    },
    {
      title: 'What the roles ask of you',
      paragraphs: [
        'People come to these roles from social work, policing, health, law, education and inspection, usually after years in senior posts. You need to be able to:',
      ],
      list: [
        'keep the child’s life at the centre when the papers are about adults and agencies',
        'stay independent, and say early where you are not',
        'chair or question people more senior than you, fairly',
        'take in a great deal of material and explain why it made sense to people at the time',
        'write plainly, for readers who may be grieving or under scrutiny',
        'stay well while reading distressing material, and ask for support',
      ],
      link: { to: paths.framework(), text: 'Read the key skills: what each role needs, at which level, and why' },
    },
    {
      title: 'How training works',
      paragraphs: [
        'You train in your browser, in any number of sittings; you always come back to where you stopped. The first module of the common core, What reviews are for, takes a little over an hour: five lessons of about twelve minutes each, then a knowledge check of ten questions. Four in five right is a pass, and every answer tells you what it rests on.',
        'A passed check shows that you know what the module teaches. It does not verify a skill and it does not appoint anybody.',
      ],
    },
    {
      title: 'How joining the pool works',
      paragraphs: [
        'Create an account, say where you are and which role interests you, and begin the first module. Coordinators see your details, your status and the training you have completed. They do not see your wrong answers. When you are ready they guide you through checks and a first supervised review.',
        'Allow about two hours for what you can do on your own: a minute for your details, some 50 minutes to rate your skills and a little over an hour for the first module. How long checks take is not in your hands, and a review itself takes months: the clocks of each kind are below.',
      ],
    },
    {
      title: 'From serious case reviews to practice reviews',
      paragraphs: [
        'In England serious case reviews gave way to local child safeguarding practice reviews: the new law came into force in June 2018, and the last serious case reviews were in 2019. Much of the craft is the same; who decides, who is appointed and how long it takes are not. Panel Pool covers both. Lessons say which one a passage is about, and each rule names the guidance it comes from.',
      ],
    },
  ] as readonly { title: string; paragraphs: readonly string[]; list?: readonly string[]; link?: { to: string; text: string } }[],
  regimesTitle: 'The reviews that Panel Pool covers',
  regimesIntro: 'Rules change with each edition of the guidance. These are the words, roles and clocks that Panel Pool uses for each.',
  inForce: (from: string, to: string | null) => (to ? `In force from ${from} to ${to}.` : `In force since ${from}.`),
  milestone: ({ name, limit, unit, after }: Regime['milestones'][number]) =>
    `${name}: within ${limit} ${unit === 'months' ? (limit === 1 ? 'month' : 'months') : 'working days'} of ${after}.`,
  recalled: '(As we understand the guidance; not yet verified against its text.)',
  worriedTitle: 'Worried about a child now?',
  accessibilityTitle: 'Accessibility statement',
  privacyTitle: 'Privacy notice',
}
