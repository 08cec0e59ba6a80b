import type { Sharp } from 'sharp'

/** The sample's texts and drawings, bundled with the program; keys are paths as Vite gives them. */
const texts = import.meta.glob('../../../resources/sample/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const drawings = import.meta.glob('../../../resources/sample/pictures/*.svg', {
  query: '?raw',
  import: 'default',
  eager: true,
})

const folder = '../../../resources/sample'

/** One article's Markdown, by the file's name without its ending. */
export const sampleText = (name: string): string => textIn(texts, `${folder}/${name}.md`)

/** The names of all the sample's texts. */
export const sampleTextNames = (): string[] =>
  Object.keys(texts).map((path) => path.slice(folder.length + 1, -'.md'.length))

/** A drawing as a photograph would come: a JPEG, 1600 pixels wide or as wide as it was drawn. The same bytes each time. */
export async function samplePicture(name: string): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp')
  const drawing: Sharp = sharp(Buffer.from(textIn(drawings, `${folder}/pictures/${name}.svg`)))
  return drawing.flatten({ background: '#ffffff' }).jpeg({ quality: 86 }).toBuffer()
}

function textIn(files: Record<string, unknown>, path: string): string {
  const text = files[path]
  if (typeof text !== 'string') throw new Error(`The sample holds no ${path}`)
  return text
}
