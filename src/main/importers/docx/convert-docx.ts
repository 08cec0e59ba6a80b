import mammoth from 'mammoth'
import { readXml, wordsOf } from '../read-xml'
import type { Conversion, WordPicture } from './converted'
import { docxLimits, tooLong } from './limits'
import { openPackage, type WordParts } from './open-package'
import { withoutWrappers, wordLeavings } from './word-leavings'

/** Paragraph styles that mean something in a newsroom, and the classes by which they are known afterwards. */
const styleMap = [
  "p[style-name='Title'] => h1.word-title:fresh",
  "p[style-name='Subtitle'] => p.word-subtitle:fresh",
  "p[style-name='Byline'] => p.word-byline:fresh",
  "p[style-name='Author'] => p.word-byline:fresh",
  "p[style-name='caption'] => p.word-caption:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => div.pull-quote > p:fresh",
]

/** Converts a Word file to HTML. Runs where it may be killed: nothing here is trusted to end. */
export async function convertDocx(bytes: Buffer): Promise<Conversion> {
  const opened = await openPackage(bytes)
  if (!opened.ok) return { ok: false, reason: opened.error }
  const parts = opened.value
  const pictures = new Map<Buffer, WordPicture>()
  const warnings = wordLeavings(parts, parts.get('word/document.xml')?.toString() ?? '')
  // Besides paths and bytes, mammoth takes a package that is open already, which its types do not tell.
  const input = { file: asPackage(parts) } as unknown as Parameters<typeof mammoth.convertToHtml>[0]
  const options: Parameters<typeof mammoth.convertToHtml>[1] = {
    styleMap,
    includeEmbeddedStyleMap: false,
    externalFileAccess: false,
    convertImage: mammoth.images.imgElement(async (image) => {
      // The only reading of a picture that hands on what the package gave, instead of a copy for each time it is shown.
      const part = (await image.readAsArrayBuffer().catch(() => null)) as Buffer | null
      if (part === null) warnings.push('A picture that is only linked, not in the file, was left out.')
      return { src: part === null ? '' : sourceOf(part, parts, pictures) }
    }),
  }
  const converted = await mammoth.convertToHtml(input, options).catch((failure: unknown) => failure)
  if (typeof converted !== 'object' || converted === null || !('value' in converted))
    return { ok: false, reason: reasonOf(converted) }
  const html = String(converted.value)
  if (html.length > docxLimits.characters) return { ok: false, reason: tooLong }
  const said = await describe(parts)
  const document = { html, pictures: [...pictures.values()], warnings: [...new Set(warnings)], ...said }
  return { ok: true, document }
}

/** A package whose parts are handed out as they are: a picture that is shown a thousand times stays one. */
const asPackage = (parts: WordParts) => ({
  exists: (name: string) => parts.has(name),
  read: async (name: string, encoding?: string) => {
    const part = parts.get(name)
    if (part === undefined) throw new Error(`There is no part ${name}`)
    if (encoding === undefined) return part
    const text = new TextDecoder(encoding).decode(part)
    return /^word\/[a-z]+\d*\.xml$/.test(name) ? withoutWrappers(text) : text
  },
})

function sourceOf(part: Buffer, parts: WordParts, pictures: Map<Buffer, WordPicture>): string {
  const known = pictures.get(part)
  if (known) return known.source
  if (pictures.size >= docxLimits.pictures) return ''
  const path = [...parts].find(([, bytes]) => bytes === part)?.[0] ?? 'picture'
  const source = `word:${pictures.size + 1}`
  pictures.set(part, { source, name: path.split('/').at(-1) ?? path, bytes: part })
  return source
}

/** What the file’s properties say of it (ECMA-376 part 2 §11). */
async function describe(parts: WordParts): Promise<{ title: string; creator: string; language: string }> {
  const text =
    parts
      .get('docProps/core.xml')
      ?.toString('utf8')
      .replace(/^\ufeff/, '') ?? ''
  const core = await readXml(text)
  const said = (name: string): string => (core.ok ? wordsOf(core.value, name).slice(0, 1000) : '')
  return { title: said('dc:title'), creator: said('dc:creator'), language: said('dc:language') }
}

function reasonOf(failure: unknown): string {
  if (failure instanceof RangeError) return 'its parts are nested without end'
  const message = failure instanceof Error ? failure.message : ''
  if (message.includes('Could not find main document')) return 'there is no Word document in it'
  return 'its text is damaged'
}
