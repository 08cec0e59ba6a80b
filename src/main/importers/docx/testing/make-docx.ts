import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

/** What goes into a Word file made for a test. */
export interface DocxToMake {
  /** The XML inside `w:body`, or the whole document where it begins with `<?xml`. */
  body: string
  /** Further relationships of the document, as XML. */
  links?: string
  /** Paragraph styles by id: the name that Word gives them. */
  styles?: Readonly<Record<string, string>>
  /** Further parts by name. */
  parts?: Readonly<Record<string, string | Uint8Array>>
}

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A relationship of the document, as XML. */
export const linkTo = (id: string, kind: string, target: string, external = false): string =>
  `<Relationship Id="${id}" Type="${relationships}/${kind}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`

/** A paragraph, in a style where one is named. */
export const paragraph = (text: string, style = ''): string =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`

/** A paragraph with a picture; `embed` for one in the file, `link` for one elsewhere. */
export const picture = (how: 'embed' | 'link', id: string, alt = ''): string =>
  `<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="P" descr="${alt}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:${how}="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`

/** A Word file, as small as they get. */
export async function makeDocx({ body, links = '', styles = {}, parts = {} }: DocxToMake): Promise<Buffer> {
  const styleXml = Object.entries(styles)
    .map(([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`)
    .join('')
  return zipOf({
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="svg" ContentType="image/svg+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${linkTo('rId1', 'officeDocument', 'word/document.xml')}</Relationships>`,
    'word/_rels/document.xml.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${linkTo('rStyles', 'styles', 'styles.xml')}${links}</Relationships>`,
    'word/styles.xml': `${head}<w:styles ${namespaces}>${styleXml}</w:styles>`,
    'word/document.xml': body.startsWith('<?xml')
      ? body
      : `${head}<w:document ${namespaces}><w:body>${body}</w:body></w:document>`,
    ...parts,
  })
}

/** A zip of parts by name. */
export async function zipOf(parts: Readonly<Record<string, string | Uint8Array>>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), name)
  zip.end()
  return buffer(zip.outputStream)
}

/** A zip in which a part is called something else, which no honest program writes. The names are of equal length. */
export function renamed(zip: Buffer, name: string, other: string): Buffer {
  if (name.length !== other.length) throw new Error('The names differ in length')
  return Buffer.from(zip.toString('latin1').replaceAll(name, other), 'latin1')
}
