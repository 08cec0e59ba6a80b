import type { ExpandedTags } from 'exifreader'
import { fileFields, pictureDescriptionSchema } from '../../shared/media/picture-details'
import type { FileField, FileWords } from '../../shared/media/picture-details'

/** A tag as the reader gives it: text, or several. */
type Tag = { description?: unknown; value?: unknown } | readonly Tag[] | undefined
type Tags = Readonly<Record<string, Tag>>

/**
 * Where each part stands, the likeliest first: XMP, which knows every script (IPTC Photo Metadata Standard 2023.2),
 * then IPTC-IIM 4.2, then EXIF 2.32. Nothing else is read: where a photographer stood is nobody's business.
 */
const places: Record<FileField, { xmp: string[]; iptc: string[]; exif: string[] }> = {
  headline: { xmp: ['Headline'], iptc: ['Headline'], exif: [] },
  caption: { xmp: ['description'], iptc: ['Caption/Abstract'], exif: ['ImageDescription'] },
  credit: { xmp: ['Credit'], iptc: ['Credit'], exif: [] },
  creator: { xmp: ['creator'], iptc: ['By-line'], exif: ['Artist'] },
  copyright: { xmp: ['rights'], iptc: ['Copyright Notice'], exif: ['Copyright'] },
  keywords: { xmp: ['subject'], iptc: ['Keywords'], exif: [] },
  alt: { xmp: ['AltTextAccessibility'], iptc: [], exif: [] },
}

/** What cameras and programs write by themselves, and nobody said. */
const boilerplate =
  /^(OLYMPUS DIGITAL CAMERA|SONY DSC|DCIM.*|MINOLTA DIGITAL CAMERA|KONICA MINOLTA.*|Untitled|default)$/i

/** What a picture's file says of it in XMP, IPTC or EXIF; nothing where that cannot be understood. */
export async function fileWords(bytes: Uint8Array): Promise<FileWords> {
  const tags = await readTags(bytes)
  const words: FileWords = {}
  for (const field of fileFields) {
    const { xmp, iptc, exif } = places[field]
    const found =
      firstOf(tags.xmp as Tags | undefined, xmp) ??
      firstOf(tags.iptc as Tags | undefined, iptc) ??
      firstOf(tags.exif as Tags | undefined, exif)
    if (!found) continue
    if (field === 'keywords')
      words.keywords = [...new Set(found.map((one) => fitting(one, 200)))].slice(0, 200)
    else words[field] = fitting(field === 'creator' ? found.join(', ') : (found[0] ?? ''), limitOf(field))
  }
  return words
}

async function readTags(bytes: Uint8Array): Promise<Partial<ExpandedTags>> {
  const [{ default: reader }, { DOMParser, onErrorStopParsing }] = await Promise.all([
    import('exifreader'),
    import('@xmldom/xmldom'),
  ])
  try {
    // Stopping at the first error: the parser can run on and on in XML that is not well-formed.
    const domParser = new DOMParser({ onError: onErrorStopParsing })
    return await reader.load(Buffer.from(bytes), { expanded: true, async: true, domParser })
  } catch {
    // The reader throws at whatever it cannot follow; a picture with garbled notes is still a picture.
    return {}
  }
}

function firstOf(tags: Tags | undefined, names: readonly string[]): string[] | null {
  for (const name of names) {
    const found = textsOf(tags?.[name]).filter((text) => text !== '' && !boilerplate.test(text))
    if (found.length > 0) return found
  }
  return null
}

/** The texts of a tag: one for each keyword or name, one for the first language of a caption. */
function textsOf(tag: Tag): string[] {
  if (tag === undefined) return []
  if (isList(tag)) return tag.flatMap(textsOf)
  const { value, description } = tag
  if (isList(value) && value.every((one) => typeof one === 'object')) return (value as Tag[]).flatMap(textsOf)
  return typeof description === 'string' ? [clean(description)] : []
}

const isList = (value: unknown): value is readonly Tag[] => Array.isArray(value)

/** Without NULs and other controls that old programs pad with. */
const clean = (text: string): string => text.replace(/[\u0000-\u0008\u000b-\u001f\u007f\ufffd]+/g, ' ').trim()

const limitOf = (field: Exclude<FileField, 'keywords'>): number =>
  pictureDescriptionSchema.shape[field].maxLength ?? Infinity

const fitting = (text: string, limit: number): string => text.slice(0, limit).trim()
