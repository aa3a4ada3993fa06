/** Under TLS the name itself binds the cookie to this host and to TLS; on one's own machine without TLS browsers would refuse that name. */
const nameOf = (tls: boolean) => (tls ? '__Host-session' : 'session')

export function sessionIn(header: string | undefined, tls: boolean): string | null {
  const prefix = `${nameOf(tls)}=`
  const cookie = header?.split('; ').find((one) => one.startsWith(prefix))
  return cookie?.slice(prefix.length) || null
}

/** A cookie that a browser keeps for 90 days, the longest that the setting for sessions allows; the server decides when its session ends. */
export const keepCookie = (token: string, tls: boolean): string =>
  `${nameOf(tls)}=${token}; Path=/; HttpOnly; SameSite=Lax${tls ? '; Secure' : ''}; Max-Age=7776000`
export const dropCookie = (tls: boolean): string => `${nameOf(tls)}=; Path=/; HttpOnly; SameSite=Lax${tls ? '; Secure' : ''}; Max-Age=0`
