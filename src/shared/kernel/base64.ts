const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Bytes as base64 with padding (RFC 4648, section 4), alike on every host. */
export function base64Of(bytes: Uint8Array): string {
  const pieces: string[] = []
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second, third] = bytes.subarray(at, at + 3)
    const bits = (first << 16) | ((second ?? 0) << 8) | (third ?? 0)
    const digit = (shift: number): string => alphabet[(bits >> shift) & 63] ?? ''
    pieces.push(
      digit(18) +
        digit(12) +
        (second === undefined ? '=' : digit(6)) +
        (third === undefined ? '=' : digit(0)),
    )
  }
  return pieces.join('')
}

/** The bytes that an even number of hex digits stands for. */
export const bytesOfHex = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16))
