/** No credit stands further from a caption's end, with what introduces it. */
const within = 300

/** How captions name the source of a picture at their end. */
const credit =
  /(?:^|[\s(\[—–|/-]+)(?:(?:photo(?:graph)?s?|pictures?|images?|credits?|source|foto|bild|©|\(c\))\s*(?:credit|courtesy(?:\s+of)?|by|von)?\s*(?::|\/|©|\bby\b)\s*|©\s*)([^.;|\n]{2,120}?)[)\].\s]*$/iu

/** A caption's words, and the credit at its end: `The quay. Photo: Ann Lee` or `The quay © Ann Lee`. */
export function splitCredit(caption: string): { caption: string; credit: string } {
  const start = Math.max(0, caption.length - within)
  const found = credit.exec(caption.slice(start))
  if (!found) return { caption, credit: '' }
  return { caption: caption.slice(0, start + found.index).trim(), credit: (found[1] ?? '').trim() }
}
