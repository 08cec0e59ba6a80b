import anyAscii from 'any-ascii'
import { z } from 'zod'

const longest = 80

/** Names a file system or the site's own layout keeps for itself, below a category's folder. */
const reserved = /^(con|prn|aux|nul|com[0-9]|lpt[0-9]|index|page)$/

/** Lower-case ASCII words joined by single hyphens: safe as a folder's name on every system and in every address. */
export const slugSchema = z
  .string()
  .max(longest + 8)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'may hold only small letters, digits and single hyphens')
  .refine((slug) => !reserved.test(slug), 'is a name the system keeps for itself')

/**
 * A usable slug for a title in any script.
 * @param title any text
 * @param fallback a slug for titles that hold no letter or digit at all
 */
export function slugFrom(title: string, fallback: string): string {
  const words = anyAscii(title.normalize('NFC').replace(/['’`]/g, ''))
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  let slug = ''
  for (const word of words) {
    const longer = slug === '' ? word.slice(0, longest) : `${slug}-${word}`
    if (longer.length > longest) break
    slug = longer
  }
  if (slug === '') return fallback
  return reserved.test(slug) ? `${slug}-article` : slug
}

/** The first of `slug`, `slug-2`, `slug-3` … that is not taken. */
export function uniqueSlug(slug: string, isTaken: (slug: string) => boolean): string {
  if (!isTaken(slug)) return slug
  let number = 2
  while (isTaken(`${slug}-${number}`)) number += 1
  return `${slug}-${number}`
}
