/** Tags that begin a block of their own, or a part of one: no paragraph goes around them. */
const block =
  /^<(?:\/|!--|(?:address|article|aside|blockquote|canvas|caption|center|dd|details|div|dl|dt|embed|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|iframe|li|main|menu|nav|noscript|object|ol|p|pre|script|section|style|summary|table|tbody|td|tfoot|th|thead|tr|ul|video|audio)\b)/i

/**
 * A post's HTML as readers get it: without the editor's marks, with paragraphs where the classic editor leaves blank
 * lines (WordPress' `wpautop`), and with a frame for each address that stands alone and is shown as a player. No mark
 * reaches over the beginning of another: many without an end would else take for ever.
 */
export function postHtml(content: string): string {
  const isBlocks = /<!--\s+wp:/.test(content)
  const html = content
    .replace(/<!--\s*\/?wp:(?:(?!<!--)[\s\S])*?-->/g, '')
    .replace(/<!--\s*(?:more\b(?:(?!<!--)[\s\S])*?|(?:nextpage|noteaser)\s*)-->/g, '')
    .replace(
      /<div class="wp-block-embed__wrapper">\s*(https?:\/\/[^\s<]+)\s*<\/div>/g,
      (_, address: string) => frameOf(address),
    )
  return isBlocks ? html : withParagraphs(html)
}

function withParagraphs(html: string): string {
  return html
    .replace(/\r\n?/g, '\n')
    .replace(/^[ \t]*(https?:\/\/[^\s<]+)[ \t]*$/gm, (_, address: string) => `\n\n${frameOf(address)}\n\n`)
    .split(/\n[ \t]*\n/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => (block.test(part) ? part : `<p>${part.replace(/\n/g, '<br>')}</p>`))
    .join('\n')
}

const frameOf = (address: string): string => `<iframe src="${address.replaceAll('"', '%22')}"></iframe>`
