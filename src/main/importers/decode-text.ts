import { err, ok, type Result } from '../../shared/kernel/result'

const megabyte = 1024 * 1024
const foreign: readonly { start: readonly number[]; reason: string }[] = [
  { start: [0x25, 0x50, 0x44, 0x46], reason: 'it is a PDF, not text' },
  { start: [0x50, 0x4b, 0x03, 0x04], reason: 'it is a packed file (such as .docx or .zip), not text' },
  { start: [0xd0, 0xcf, 0x11, 0xe0], reason: 'it is an old Word document, not text' },
  { start: [0x7b, 0x5c, 0x72, 0x74, 0x66], reason: 'it is rich text (.rtf), not plain text' },
]

/**
 * A file's bytes as text: UTF-8, or UTF-16 where it begins with a byte order mark. Never guesses: bytes that are
 * neither are refused in words, because wrongly read letters would go unnoticed.
 * @param declared an encoding that the file itself names, tried when the bytes are not UTF-8
 * @param most megabytes that are read
 */
export function decodeText(
  bytes: Uint8Array,
  declared: string | null = null,
  most = 20,
): Result<string, string> {
  if (bytes.length === 0) return err('it is empty')
  if (bytes.length > most * megabyte) return err(`it is larger than ${most} MB`)
  const starts = (...start: number[]): boolean => start.every((byte, index) => bytes[index] === byte)
  const known = foreign.find(({ start }) => starts(...start))
  if (known) return err(known.reason)
  if (starts(0xff, 0xfe)) return decodeAs('utf-16le', bytes)
  if (starts(0xfe, 0xff)) return decodeAs('utf-16be', bytes)
  if (bytes.includes(0)) return err('it holds bytes that are not text')
  const text = decodeAs('utf-8', bytes)
  return text.ok || declared === null ? text : decodeAs(declared, bytes)
}

function decodeAs(encoding: string, bytes: Uint8Array): Result<string, string> {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return text.trim() === '' ? err('it is empty') : ok(text)
  } catch {
    return err('its letters are in an encoding Galley cannot be sure of; save it as UTF-8')
  }
}

/** The encoding an HTML or XML file names in its first kilobyte, as browsers look for it; null when it names none. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  const named = /<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,200}?encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)/i
  return named.exec(start)?.[1] ?? null
}
