import type { WordParts } from './open-package'

/** What an article cannot hold, by its mark in a document’s XML. */
const kinds: readonly [mark: RegExp, sentence: string][] = [
  [/<w:commentReference\b/, 'Comments were left out.'],
  [/<w:(?:del|moveFrom)\b/, 'Tracked deletions were left out; tracked insertions are in the text.'],
  [/<m:oMath\b/, 'Formulas were left out.'],
  [/<c:chart\b/, 'Charts were left out; save them as pictures.'],
  [/<dgm:relIds\b/, 'Diagrams were left out; save them as pictures.'],
  [/<o:OLEObject\b/, 'Embedded objects were left out.'],
]

/** What a Word file holds that an article cannot, a sentence each. */
export function wordLeavings(parts: WordParts, document: string): string[] {
  const found = kinds.filter(([mark]) => mark.test(document)).map(([, sentence]) => sentence)
  const margins = [...parts].some(
    ([name, bytes]) => /^word\/(?:header|footer)\d*\.xml$/.test(name) && /<w:t[ >]/.test(bytes.toString()),
  )
  if (margins) found.push('Headers and footers were left out.')
  const count = (mark: RegExp): number => document.match(mark)?.length ?? 0
  if (count(/<wps:txbx\b/g) > count(/<v:textbox\b/g)) found.push('A text box could not be read.')
  return found
}

/**
 * A document’s XML without the wrappers around text that the converter does not look into: simple fields, embedded
 * directions, and ruby, of which the base text stays (ECMA-376 part 1 §17.16.19, §17.3.2.8, §17.3.3.25).
 */
export const withoutWrappers = (xml: string): string =>
  xml
    .replace(/<w:rt>[\s\S]*?<\/w:rt>|<w:rubyPr>[\s\S]*?<\/w:rubyPr>/g, '')
    .replace(/<\/?w:(?:fldSimple|dir|bdo|ruby|rubyBase)\b[^>]*>/g, '')
