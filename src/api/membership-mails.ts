import { notice, type To } from './mails.ts'

export const askAcceptedMail = (to: To, reason: string | null) =>
  notice(to, 'You are joining the pool', [
    'A coordinator has said yes: you are joining the pool. Your checks come next, and you are told what is needed.',
    ...(reason ? [`They wrote:\n${reason}`] : []),
    'Meanwhile, sign in to Panel Pool and open Membership to say how many days a month you can give and when you are away.',
  ])

export const askDeclinedMail = (to: To, reason: string) =>
  notice(to, 'About your wish to join the pool', [
    'A coordinator has looked at your wish to join the pool, and the answer is not now.',
    `They wrote:\n${reason}`,
    'Your training and your record stay as they are, and you can ask again at any time: sign in to Panel Pool and open Membership.',
  ])

export const stillRightMail = (to: To) =>
  notice(to, 'Is what the pool knows of you still right?', [
    'Coordinators look for chairs and authors by what you said of your days, your reviews in hand and when you are away.',
    'Sign in to Panel Pool and open Membership. If all of it is right, one button says so; if not, change what is different. It takes about two minutes.',
  ])
