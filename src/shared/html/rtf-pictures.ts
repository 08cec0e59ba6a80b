/** A picture as RTF holds it: its bytes in hexadecimal digits. Null for a kind that no page shows, such as EMF. */
export type RtfPicture = { type: 'image/png' | 'image/jpeg'; hex: string } | null

/**
 * The pictures of an RTF document, in their order (RTF 1.9.1, "Pictures"). A `nonshppict` is the same picture again
 * for old programs.
 */
export function picturesInRtf(rtf: string): RtfPicture[] {
  const pictures: RtfPicture[] = []
  for (let at = rtf.indexOf('{\\pict'); at !== -1; at = rtf.indexOf('{\\pict', at + 1)) {
    if (/[a-z]/i.test(rtf.charAt(at + 6)) || rtf.slice(Math.max(0, at - 16), at).includes('\\nonshppict'))
      continue
    pictures.push(pictureFrom(wordsOfGroup(rtf, at + 1)))
  }
  return pictures
}

/** The text of a group without the groups within it, from behind its opening brace to its end. */
function wordsOfGroup(rtf: string, start: number): string {
  let depth = 0
  let words = ''
  let from = start
  for (const { 0: brace, index } of rtf.slice(start).matchAll(/[{}]/g)) {
    const at = start + index
    if (depth === 0) words += `${rtf.slice(from, at)} `
    depth += brace === '{' ? 1 : -1
    from = at + 1
    if (depth < 0) break
  }
  return words
}

function pictureFrom(words: string): RtfPicture {
  const type = words.includes('\\pngblip') ? 'image/png' : words.includes('\\jpegblip') ? 'image/jpeg' : null
  if (type === null) return null
  const hex = words.replace(/\\[a-z]+-?\d* ?/gi, '').replace(/\s+/g, '')
  // Two digits a byte, looked at without a group: repeated for a picture of some megabytes, one overflows the engine.
  return hex !== '' && hex.length % 2 === 0 && /^[0-9a-f]*$/i.test(hex) ? { type, hex } : null
}
