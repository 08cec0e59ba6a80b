/** A `data:` address (RFC 2397) of a picture as a file; null when it cannot be read. */
export function fileFromData(address: string, name: string): File | null {
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
