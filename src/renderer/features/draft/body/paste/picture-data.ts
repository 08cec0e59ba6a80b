import type { ClippedPicture } from '../../../../../shared/html/clipping-pictures'

/** A picture that came along as a file; null when it cannot be read. */
export function fileOf(data: ClippedPicture['data'], name: string): File | null {
  if (typeof data === 'string') return fileFromAddress(data, name)
  const bytes = Uint8Array.from(data.hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
  return new File([bytes], name, { type: data.type })
}

/** From a `data:` address (RFC 2397). */
function fileFromAddress(address: string, name: string): File | null {
  const [, type = '', base64, data = ''] =
    /^data:(image\/[\w.+-]+)[^,]*?(;\s*base64)?,(.*)$/is.exec(address) ?? []
  if (type === '') return null
  try {
    const text = decodeURIComponent(data)
    const bytes =
      base64 === undefined
        ? new TextEncoder().encode(text)
        : Uint8Array.from(atob(text.replace(/\s/g, '')), (letter) => letter.charCodeAt(0))
    return new File([bytes], name, { type })
  } catch {
    return null
  }
}
