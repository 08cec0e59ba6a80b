import { docxLimits, tooLarge } from './limits'

const starts = (bytes: Uint8Array, ...wanted: number[]): boolean =>
  wanted.every((byte, index) => bytes[index] === byte)

/** `EncryptedPackage`, the stream in which Office keeps an encrypted document ([MS-OFFCRYPTO] 2.3.4.4). */
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le')

/** Why bytes that are called .docx are no packed Word document, or null when they may be one. */
export function whyNoDocx(bytes: Uint8Array): string | null {
  if (bytes.length === 0) return 'it is empty'
  if (bytes.length > docxLimits.bytes) return tooLarge
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(encryptedPackage)
      ? 'it is encrypted with a password; open it in Word, take the password away and save it again'
      : 'it is an old Word document (.doc); open it in Word and save it as .docx'
  }
  if (starts(bytes, 0x7b, 0x5c, 0x72, 0x74, 0x66))
    return 'it is rich text (.rtf) under another name; save it as .docx'
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46)) return 'it is a PDF under another name'
  if (!starts(bytes, 0x50, 0x4b)) return 'it is not a Word document'
  return null
}

/** Why a zip is no Word document, by the parts it holds; null when it is one. */
export function whyNoWordParts(names: ReadonlySet<string>, mimetype: string): string | null {
  if (mimetype.startsWith('application/vnd.oasis.opendocument'))
    return 'it is an OpenDocument text (.odt) under another name; save it as .docx'
  if (names.has('Index/Document.iwa') || names.has('index.xml') || names.has('Index.zip'))
    return 'it is a Pages document under another name; export it from Pages as .docx'
  if (names.has('xl/workbook.xml')) return 'it is an Excel workbook; copy what you need into a text'
  if (names.has('ppt/presentation.xml')) return 'it is a presentation; copy what you need into a text'
  if (!names.has('[Content_Types].xml') && ![...names].some((name) => name.startsWith('word/')))
    return 'it is a zip file without a Word document in it'
  return null
}
