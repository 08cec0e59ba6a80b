export { openExportMemory } from './export-memory'
export { outsideLibrary } from './outside-library'
export { createSiteWriter } from './site-writer'
export { verifyExport } from './verify-export'
