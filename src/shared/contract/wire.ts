/** The only Electron channels in the program, and the preload's only import from the core. */
export const wire = { request: 'galley:request', event: 'galley:event' } as const

/** Requests that the Electron host answers itself: what only the machine can do. They travel on the same one channel. */
export const hostRequests = {
  pickFiles: 'host.pick-files',
  saveAs: 'host.save-as',
  openFile: 'host.open-file',
  showPlace: 'host.show-place',
} as const
