/** What can be done to a library or an exported site that is not open, for hosts. */
export { verifyExport } from './export'
export { verifyLibrary } from './storage'
