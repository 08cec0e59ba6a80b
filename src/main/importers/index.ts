import type { Importers } from '../services/importer-ports'

/** Reads every format that `formatOf` knows. The parsers are loaded with the first file. */
export const importers: Importers = {
  async read(file, surroundings) {
    const { readFile } = await import('./read-file')
    return readFile(file, surroundings)
  },
}
