import type { Block } from '../../../shared/article/body'
import type { Thumbnail } from '../../../shared/article/content'
import { cutText, oneLine } from '../../../shared/html/fit-headline'
import type { PictureFiles } from '../picture-files'
import { itemsOf, textOf, textsOf, type NinjsItem } from './ninjs-fields'
import { plainOf } from './plain-text'

/** A picture that an item is associated with. */
export interface NinjsPicture {
  name: string
  /** Where its renditions are, the largest first. */
  sources: string[]
  alt: string
  caption: string
  credit: string
  licence: string
}

/** The pictures among an item's associations. */
export const picturesOf = (item: NinjsItem): NinjsPicture[] =>
  itemsOf(item['associations']).flatMap((one) => {
    const renditions = itemsOf(one['renditions'])
    const sources = renditions
      .sort((a, b) => Number(textOf(b['width'])) - Number(textOf(a['width'])) || 0)
      .map((rendition) => textOf(rendition['href']) || textOf(rendition['media']))
      .filter(Boolean)
    const isPicture = /^(?:picture|image|graphic|photo)$/i.test(textOf(one['type']))
    if (!isPicture || sources.length === 0) return []
    const words = (several: string, single: string): string => plainOf(textsOf(one, several, single)[0])
    return {
      name: textOf(one.name),
      sources,
      // Superdesk keeps the alternative text in the picture's body.
      alt: textOf(one['alttext']) || words('bodies', 'body'),
      caption: words('descriptions', 'description') || words('headlines', 'headline'),
      credit:
        textOf(one['by']) ||
        textOf(one['byline']) ||
        textOf(one['creditline']) ||
        textOf(one['copyrightholder']),
      licence: textOf(one['usageterms']) || textOf(one['copyrightnotice']),
    }
  })

/** Names under which systems keep the picture that leads an article. */
const isLead = ({ name }: NinjsPicture): boolean => /^(?:main|lead|feature|thumb|hero|top)/i.test(name)

/**
 * The picture that leads the article, and the others as figures.
 * @param shown addresses that the body's own pictures have
 */
export async function placePictures(
  pictures: readonly NinjsPicture[],
  shown: ReadonlySet<string>,
  files: PictureFiles,
): Promise<{ thumbnail: Thumbnail | null; figures: Block[] }> {
  const unseen = pictures.filter(({ sources }) => !sources.some((source) => shown.has(source)))
  const lead = unseen.find(isLead) ?? unseen[0]
  let thumbnail: Thumbnail | null = null
  const figures: Block[] = []
  for (const picture of unseen) {
    const [source = '', ...others] = picture.sources
    const media = await files.keep(source, ...others)
    if (media === null) continue
    const words = {
      media,
      alt: cutText(oneLine(picture.alt), 20_000),
      decorative: false,
      caption: cutText(oneLine(picture.caption), 20_000),
      credit: cutText(oneLine(picture.credit), 2000),
    }
    if (picture === lead) {
      const licence = cutText(oneLine(picture.licence), 500)
      thumbnail = { ...words, licence, expires: null, focal: { x: 0.5, y: 0.5 } }
    } else figures.push({ type: 'figure', attrs: { ...words, width: 'text' } })
  }
  return { thumbnail, figures }
}
