import { z } from '@hono/zod-openapi'
import { orNull } from './or-null.schema.ts'
import { Email, Id, Moment, PersonName, Region } from './person.schema.ts'

export const Role = z.enum(['learner', 'assessor', 'coordinator', 'administrator']).openapi('Role')
const StaffRole = z.enum(['assessor', 'coordinator', 'administrator'], { error: 'Choose a role' }).openapi('StaffRole')

/** A role and where it reaches: `region` null means every region. Only a coordinator's role is bounded. */
export const HeldRole = z.strictObject({ role: Role, region: orNull(Region) }).openapi('HeldRole')

export const AccountState = z.enum(['invited', 'unconfirmed', 'active', 'suspended']).openapi('AccountState')

export const Account = z
  .strictObject({
    id: Id,
    version: z.number().int(),
    personId: Id,
    name: z.string(),
    email: z.string().nullable(),
    roles: z.array(HeldRole),
    state: AccountState,
    secondFactor: z.boolean(),
    suspendedReason: z.string().nullable(),
    lastSignedInAt: orNull(Moment),
    createdAt: Moment,
  })
  .openapi('Account')

export const AccountFilters = z.strictObject({
  role: Role.optional(),
  state: AccountState.optional(),
  name: z.string().trim().max(100).optional(),
  after: z.string().max(400).optional(),
  before: z.string().max(400).optional(),
})

export const Accounts = z
  .strictObject({ accounts: z.array(Account), total: z.number().int(), previous: z.string().nullable(), next: z.string().nullable() })
  .openapi('Accounts')

/** Length and the list of common ones are checked by `passphraseFaults`; this only bounds what is read. */
export const Passphrase = z.string().min(1, 'Enter your passphrase').max(200, 'Use 200 characters or fewer')

export const SignUp = z
  .strictObject({ name: PersonName, email: Email })
  .openapi('SignUp', { example: { name: 'Amara Okafor', email: 'amara.okafor@example.org' } })

export const SignIn = z.strictObject({ email: Email, passphrase: Passphrase }).openapi('SignIn')
export const LinkRequest = z.strictObject({ email: Email }).openapi('LinkRequest')

const Token = z.string().min(20).max(100)
export const LinkToken = z.strictObject({ token: Token }).openapi('LinkToken')
export const LinkKind = z.enum(['confirm', 'sign-in', 'invitation', 'first-administrator']).openapi('LinkKind')

/** What a link would do. Looking changes nothing: mail scanners open links before people do. */
export const LinkView = z
  .strictObject({
    kind: LinkKind,
    name: z.string(),
    email: z.string().nullable(),
    role: orNull(Role),
    /** Whether using it chooses a passphrase: only then is it known whose address it is. */
    asksPassphrase: z.enum(['no', 'may', 'must']),
    expiresAt: Moment,
  })
  .openapi('LinkView')

export const LinkUse = z
  .strictObject({ token: Token, name: PersonName.optional(), email: Email.optional(), passphrase: Passphrase.nullable().optional() })
  .openapi('LinkUse')

export const SecondFactorCode = z
  .strictObject({
    code: z
      .string()
      .trim()
      .regex(/^[0-9]{6}$/, 'Enter the 6 digits that your authenticator app shows'),
  })
  .openapi('SecondFactorCode')

export const SecondFactorSetUp = z.strictObject({ secret: z.string(), address: z.string() }).openapi('SecondFactorSetUp')

/** How far a sign-in has come. Staff are signed in only after the second factor. */
export const SessionStep = z.enum(['signed-out', 'second-factor', 'set-up-second-factor', 'signed-in']).openapi('SessionStep')

export const Session = z
  .strictObject({
    step: SessionStep,
    account: z.strictObject({ id: Id, personId: Id, name: z.string(), roles: z.array(HeldRole) }).nullable(),
    idleMinutes: z.number().int().nullable(),
    demoCode: z.string().nullable(),
  })
  .openapi('Session')

export const Invitation = z
  .strictObject({ name: PersonName, email: Email, role: StaffRole, region: orNull(Region) })
  .openapi('Invitation', { example: { name: 'Bryn Pritchard', email: 'bryn.pritchard@example.org', role: 'coordinator', region: 'north-east' } })

export const Suspension = z
  .strictObject({
    reason: z.string().trim().min(5, 'Say why in a few words; the person and the audit see it').max(500, 'Use 500 characters or fewer'),
  })
  .openapi('Suspension')

export const Message = z.strictObject({ message: z.string() }).openapi('Message')

/** `given-up`: the mail server did not take it for more than a day. `kept`: there is no mail server. Text is null where a mail server is set. */
export const Mail = z
  .strictObject({
    id: Id,
    to: z.string(),
    subject: z.string(),
    text: z.string().nullable(),
    state: z.enum(['sent', 'waiting', 'given-up', 'kept']),
    createdAt: Moment,
    sentAt: orNull(Moment),
  })
  .openapi('Mail')
export const Mails = z.strictObject({ kept: z.boolean(), mails: z.array(Mail) }).openapi('Mails')

export const Setting = z
  .strictObject({
    key: z.string(),
    version: z.number().int(),
    value: z.number().int(),
    unit: z.string(),
    least: z.number().int(),
    most: z.number().int(),
    what: z.string(),
    source: z.string(),
  })
  .openapi('Setting')
export const Settings = z.strictObject({ settings: z.array(Setting) }).openapi('Settings')
export const SettingChange = z.strictObject({ value: z.number().int() }).openapi('SettingChange')
