import { Secret, TOTP } from 'otpauth'

const stepSeconds = 30
const totp = (secret: string, label = 'Panel Pool') =>
  new TOTP({ issuer: 'Panel Pool', label, secret: Secret.fromBase32(secret), period: stepSeconds, digits: 6 })

export const newSecret = (): string => new Secret({ size: 20 }).base32

/** The address an authenticator app reads. */
export const secretAddress = (secret: string, label: string): string => totp(secret, label).toString()

export const codeAt = (secret: string, now: Date): string => totp(secret).generate({ timestamp: now.getTime() })

/**
 * The time step whose code this is, or null. One step either side is allowed for clocks that differ; a step at or before `lastStep` was used already.
 * Source: RFC 6238 section 5.2.
 */
export function stepOf(secret: string, code: string, now: Date, lastStep: number | null): number | null {
  const delta = totp(secret).validate({ token: code, timestamp: now.getTime(), window: 1 })
  if (delta === null) return null
  const step = Math.floor(now.getTime() / (stepSeconds * 1000)) + delta
  return step > (lastStep ?? 0) ? step : null
}
