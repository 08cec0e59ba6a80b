/** How captions name the source of a picture at their end. */
const credit =
  /(?:^|[\s(\[—–|/-]+)(?:(?:photo(?:graph)?s?|pictures?|images?|credits?|source|foto|bild|©|\(c\))\s*(?:credit|courtesy(?:\s+of)?|by|von)?\s*(?::|\/|©|\bby\b)\s*|©\s*)([^.;|\n]{2,120}?)[)\].\s]*$/iu

/** A caption's words, and the credit at its end: `The quay. Photo: Ann Lee` or `The quay © Ann Lee`. */
export function splitCredit(caption: string): { caption: string; credit: string } {
  const found = credit.exec(caption)
  if (!found) return { caption, credit: '' }
  return { caption: caption.slice(0, found.index).trim(), credit: (found[1] ?? '').trim() }
}
