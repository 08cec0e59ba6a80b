/** What hosts may do beside an open desk: verify a library or an exported site, and keep out of a library's folder. */
export { outsideLibrary, packZip, verifyExport } from './export'
export { verifyLibrary } from './storage'
