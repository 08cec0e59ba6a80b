import { keptEndings } from '../media/kept-endings'

/** The kinds of file that can be imported. */
export type Format = 'docx' | 'md' | 'html' | 'txt' | 'ninjs' | 'wxr'

const formats: Readonly<Record<string, Format>> = {
  docx: 'docx',
  md: 'md',
  markdown: 'md',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  txt: 'txt',
  text: 'txt',
  json: 'ninjs',
  xml: 'wxr',
}

/** Files that people take for importable, and what to do with them. */
const strangers: Readonly<Record<string, string>> = {
  doc: 'it is an old Word document; open it in Word and save it as .docx',
  docm: 'it is a Word document with macros; save it as .docx',
  dot: 'it is a Word template; save the document as .docx',
  dotx: 'it is a Word template; save the document as .docx',
  odt: 'it is an OpenDocument text; save it as .docx',
  rtf: 'it is rich text; save it as .docx',
  pages: 'it is a Pages document; export it from Pages as .docx',
  gdoc: 'it only points to a Google document; download that as .docx',
  pdf: 'it is a PDF; export the text from where it was written, as .docx',
  zip: 'it is a packed folder; unpack it and import what is inside',
  epub: 'it is a book; export the text as .docx or .html',
  mht: 'it is a packed web page; save the page as .html',
  mhtml: 'it is a packed web page; save the page as .html',
}

/** What can be imported, for a sentence. */
const importedKinds = '.docx, .html, .md, .txt, ninjs (.json) and WordPress (.xml) files'

/** The endings of files that can be imported, such as `.md`. */
export const importEndings: readonly string[] = Object.keys(formats).map((ending) => `.${ending}`)

/** The kind of text a file's name promises by its ending, in capitals or not; null for names that promise none. */
export function formatOf(name: string): Format | null {
  const ending = endingOf(name)
  return (Object.hasOwn(formats, ending) && formats[ending]) || null
}

/** Why a file that `formatOf` does not know cannot be imported, to follow “could not be imported:”. */
export function whyNotImported(name: string): string {
  const ending = endingOf(name)
  return (Object.hasOwn(strangers, ending) && strangers[ending]) || `Galley imports ${importedKinds}`
}

const pictures = [...keptEndings, 'svg', 'heic', 'tif', 'tiff', 'bmp']

/** Endings of pictures that an imported text may show. Not every one can be used: the library says why. */
export const pictureEndings: readonly string[] = pictures.map((ending) => `.${ending}`)

/** Whether a file is a picture by its name. */
export const isPictureName = (name: string): boolean => pictures.includes(endingOf(name))

const endingOf = (name: string): string => /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
