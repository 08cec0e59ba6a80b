import { session, type App, type WebContents } from 'electron'
import { isOwnAddress } from './trusted-sender'

/** Nothing in Galley needs a camera, a place, a notification: every permission is refused, asked or checked. */
export function denyPermissions(): void {
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  defaultSession.setPermissionCheckHandler(() => false)
  defaultSession.setDevicePermissionHandler(() => false)
}

/** Keeps every page where it is: no new windows, no way to another address, no web views. */
export function denyNavigation(app: App): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-frame-navigate', (event) => {
      // The preview's own frame moves between our pages; nothing else moves anywhere.
      if (event.isMainFrame || !isOwnAddress(event.url)) event.preventDefault()
    })
    contents.on('will-attach-webview', (event) => event.preventDefault())
  })
}
