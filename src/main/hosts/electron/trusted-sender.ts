/** Where a message came from, in plain values so that tests need no Electron. */
export interface Sender {
  frameUrl: string
  isTopFrame: boolean
  webContentsId: number
}

/** The window's own address: the scheme that only this program serves. */
export const appScheme = 'app'
const appHost = 'galley'
export const appAddress = `${appScheme}://${appHost}/`

/** Whether an address is one of our own pages. `origin` is "null" for a custom scheme, so protocol and host decide. */
export function isOwnAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, host } = new URL(address)
  return protocol === `${appScheme}:` && host === appHost
}

/** Only our own page, in the top frame of a window we opened, may speak to the desk. */
export function isTrustedSender(sender: Sender, ourWindows: ReadonlyMap<number, unknown>): boolean {
  return sender.isTopFrame && ourWindows.has(sender.webContentsId) && isOwnAddress(sender.frameUrl)
}
