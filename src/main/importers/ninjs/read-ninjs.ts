import { err, ok, type Result } from '../../../shared/kernel/result'
import type { ArticlesInFile, ReadArticle } from '../article-as-read'
import { itemOf, itemsOf, textOf, textsOf, type NinjsItem } from './ninjs-fields'
import { readItem } from './read-item'

/**
 * News items in IPTC's ninjs 1.x, 2.x and 3.x (https://www.iptc.org/std/ninjs/): one, a list of them, or a package
 * whose texts are its associations.
 */
export function readNinjs(text: string): Result<ArticlesInFile, string> {
  const parsed = parsedJson(text)
  if (!parsed.ok) return parsed
  const items = listed(parsed.value)
  const texts = items.flatMap(textItems)
  if (texts.length === 0) {
    return items.some(isNews)
      ? err('it describes a picture, film or sound, and holds no text')
      : err('it is JSON, but no news item in ninjs')
  }
  const articles = texts.map(
    (item): ReadArticle =>
      (reading) =>
        readItem(item, reading),
  )
  const others = items.length - items.filter((item) => textItems(item).length > 0).length
  return ok({ articles, notes: others > 0 ? [`${others} of its items hold no text and were left out.`] : [] })
}

function parsedJson(text: string): Result<unknown, string> {
  try {
    return ok(JSON.parse(text.replace(/^\ufeff/, '')))
  } catch {
    return err('its JSON is damaged')
  }
}

/** A single item, or what a list or a search result holds. */
function listed(value: unknown): NinjsItem[] {
  const whole = itemOf(value)
  const list = Array.isArray(value) ? value : (whole?.['items'] ?? whole?.['_items'])
  return Array.isArray(list) ? itemsOf(list) : whole ? [whole] : []
}

const bodiesOf = (item: NinjsItem) => textsOf(item, 'bodies', 'body')
const isPicture = (item: NinjsItem): boolean =>
  /^(?:picture|image|graphic|photo|video|audio)$/i.test(textOf(item['type']))
const isNews = (item: NinjsItem): boolean =>
  textOf(item['uri']) !== '' || textOf(item['guid']) !== '' || textOf(item['versioncreated']) !== ''

/** An item that is an article, or the articles that a package holds. */
function textItems(item: NinjsItem): NinjsItem[] {
  if (isPicture(item)) return []
  if (bodiesOf(item).length > 0) return [item]
  const inside = itemsOf(item['associations']).filter((one) => !isPicture(one) && bodiesOf(one).length > 0)
  if (inside.length > 0) return inside
  const hasHeadline = textsOf(item, 'headlines', 'headline').length > 0
  return hasHeadline && (isNews(item) || textsOf(item, 'descriptions', 'description').length > 0)
    ? [item]
    : []
}
