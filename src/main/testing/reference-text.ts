import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../../../../shared/reference')

/** Said of a test that needs the text of the reference article. */
export const withoutReference = 'The reference article is not at hand (../shared/reference).'

/** The reference article’s headline and the lines of its body; null where it is not at hand. */
export function readReferenceText(): { headline: string; lines: string[] } | null {
  const file = existsSync(folder) ? readdirSync(folder).find((name) => name.endsWith('.txt')) : undefined
  if (file === undefined) return null
  const lines = readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  // A site's links stand above the headline, what belongs to the page around the text.
  const [, headline = ''] = lines
  return { headline, lines: lines.slice(lines.indexOf('|') + 1, lines.indexOf('Share')) }
}
