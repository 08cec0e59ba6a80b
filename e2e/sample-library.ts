import { galleyJson } from './command-line'

/** What everybody in the sample library signs in with. */
export const samplePassphrase = 'galley sample'

/** People of the sample library. */
export const sampleAdmin = 'Imogen Hale'

export interface SampleArticle {
  id: string
  headline: string
  slug: string
  category: string
  state: string
}

/** Every article of a library, as `galley list` tells them. */
export function articlesOf(library: string): Promise<SampleArticle[]> {
  return galleyJson<SampleArticle[]>(['list', library])
}
