/** The only Electron channels in the program, and the preload's only import from the core. */
export const wire = {
  request: 'galley:request',
  event: 'galley:event',
  pickFiles: 'galley:pick-files',
  saveAs: 'galley:save-as',
} as const
