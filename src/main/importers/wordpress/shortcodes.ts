/**
 * Codes in square brackets that plugins and themes replace (https://codex.wordpress.org/Shortcode_API). None reaches
 * over the beginning of another: many without an end would else take for ever.
 */
const code = /\[(\[?)(\/?)([a-zA-Z][\w-]*)((?:\s[^\][]*)?)\](\]?)/g

/** Codes of WordPress itself, which need neither attributes nor an end to be known as such. */
const known = new Set(['gallery', 'playlist', 'audio', 'video', 'embed', 'caption', 'wp_caption', 'more'])

export interface Uncoded {
  html: string
  /** Codes that nothing here stands for, by their names. */
  unknown: string[]
}

/**
 * A post's HTML with captions as figures, players as frames and galleries as pictures. Other codes are taken out and
 * named; what they enclose stays. Words in brackets, such as [sic], are no codes.
 * @param galleryHtml what stands for a gallery of attachments, by their ids
 */
export function withoutShortcodes(html: string, galleryHtml: (ids: readonly string[]) => string): Uncoded {
  const closed = new Set([...html.matchAll(/\[\/([a-zA-Z][\w-]*)\]/g)].map(([, name]) => name?.toLowerCase()))
  const unknown = new Set<string>()
  const figures = html
    .replace(
      /\[(?:wp_)?caption\b[^\][]*\]((?:(?!\[(?:wp_)?caption\b)[\s\S])*?)\[\/(?:wp_)?caption\]/gi,
      (_, inside: string) => figureOf(inside),
    )
    .replace(/\[embed\b[^\][]*\]\s*(https?:\/\/[^\s[\]<"]+)\s*\[\/embed\]/gi, (_, address: string) =>
      frameOf(address),
    )
  const uncoded = figures.replace(
    code,
    (whole: string, before: string, end: string, name: string, attributes: string, after: string) => {
      if (before !== '' && after !== '') return whole.slice(1, -1)
      const key = name.toLowerCase()
      const isCode =
        known.has(key) || closed.has(key) || /[\w-]\s*=/.test(attributes) || /\/\s*$/.test(attributes)
      if (!isCode) return whole
      if (end === '' && key === 'gallery') return before + galleryHtml(idsIn(attributes)) + after
      const address = /(?:src|url|mp4|mp3|m4v|ogv|webm|href)\s*=\s*["']?(https?:\/\/[^\s"'\]]+)/i.exec(
        attributes,
      )?.[1]
      if (end === '' && address !== undefined) return before + frameOf(address) + after
      if (!known.has(key)) unknown.add(name)
      return before + after
    },
  )
  return { html: uncoded, unknown: [...unknown] }
}

/** A picture with what stands beside it as its caption; both may be linked. */
function figureOf(inside: string): string {
  const picture = /(?:<a\b[^<>]*>\s*)?<img\b[^<>]*>(?:\s*<\/a>)?/i.exec(inside)?.[0]
  if (picture === undefined) return inside
  return `\n\n<figure>${picture}<figcaption>${inside.replace(picture, '').trim()}</figcaption></figure>\n\n`
}

const frameOf = (address: string): string =>
  `\n\n<iframe src="${address.replaceAll('"', '%22')}"></iframe>\n\n`

const idsIn = (attributes: string): string[] =>
  /\bids\s*=\s*["']?([\d,\s]+)/i
    .exec(attributes)?.[1]
    ?.split(/[\s,]+/)
    .filter(Boolean) ?? []
