import { protocol } from 'electron'
import { deliver, type Deliverer } from '../delivery'
import { appScheme, isOwnAddress } from './trusted-sender'

/** Must run before the app is ready. A standard, secure scheme has an origin, relative links and a working CSP. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves the window's files, stored pictures and the pages of the preview under `app://galley/`. */
export function serveScheme(deliverer: Deliverer): void {
  protocol.handle(appScheme, async (request) => {
    if (request.method !== 'GET' || !isOwnAddress(request.url))
      return new Response('Refused.', { status: 403 })
    const { status, headers, bytes } = await deliver(deliverer, new URL(request.url))
    return new Response(bytes, { status, headers })
  })
}
