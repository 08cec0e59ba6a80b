import { z } from 'zod'
import { linkedArticle } from '../article/address'
import type { Block, Body } from '../article/body'
import { absoluteLink } from '../site/paths'
import type { SiteSettings } from '../site/settings'
import { placedBlocks, walkPlaced } from './body-places'
import type { TextRun } from './placeholders'

/** A link of a body: where it leads, and the run of the body it stands on. */
export interface BodyLink {
  leadsTo: { address: string } | { article: string }
  /** The words a reader presses; '' for cards and related articles. */
  words: string
  run: TextRun
}

/** What stands at a path of the site, or behind an article’s id. */
export const linkTargetSchema = z.discriminatedUnion('standing', [
  /** A page of the site that is no article, such as a category’s. */
  z.strictObject({ standing: z.literal('page') }),
  z.strictObject({ standing: z.literal('missing') }),
  z.strictObject({
    standing: z.enum(['live', 'approved', 'not-yet', 'withdrawn', 'spiked']),
    headline: z.string(),
  }),
  z.strictObject({ standing: z.literal('moved'), headline: z.string(), path: z.string() }),
])
export type LinkTarget = z.infer<typeof linkTargetSchema>

/** Every link of a body in reading order: in its text, of its cards, and to related articles. */
export const linksIn = (body: Body): BodyLink[] =>
  placedBlocks(body).flatMap(({ block, at }) =>
    linksOf(block).map(({ run, ...link }) => ({ ...link, run: { from: run.from + at, to: run.to + at } })),
  )

/** Links of blocks that were looked at before: content is never changed in place. */
const known = new WeakMap<Block, BodyLink[]>()

function linksOf(block: Block): BodyLink[] {
  const before = known.get(block)
  if (before) return before
  const links: BodyLink[] = []
  walkPlaced(block, 0, (node, at) => {
    const run = { from: at, to: at + 1 }
    if ('text' in node) {
      const address = node.marks?.find((mark) => mark.type === 'link')?.attrs.href
      if (address !== undefined) add(links, address, node.text, at)
    } else if (node.type === 'embedCard' && 'attrs' in node && node.attrs && 'url' in node.attrs) {
      links.push({ leadsTo: { address: node.attrs.url }, words: '', run })
    } else if (node.type === 'relatedArticle' && 'attrs' in node && node.attrs && 'article' in node.attrs) {
      links.push({ leadsTo: { article: node.attrs.article }, words: '', run })
    }
  })
  known.set(block, links)
  return links
}

/** Adds a linked text. One link may be several texts, such as where some of its words are bold. */
function add(links: BodyLink[], address: string, text: string, at: number): void {
  const article = linkedArticle(address)
  const leadsTo: BodyLink['leadsTo'] = article === null ? { address } : { article }
  const last = links.at(-1)
  const goesOn = last?.words !== '' && last?.run.to === at && leadsAlike(last.leadsTo, leadsTo)
  if (last && goesOn) {
    last.words += text
    last.run.to = at + text.length
  } else {
    links.push({ leadsTo, words: text, run: { from: at, to: at + text.length } })
  }
}

const leadsAlike = (one: BodyLink['leadsTo'], other: BodyLink['leadsTo']): boolean =>
  'article' in one
    ? 'article' in other && one.article === other.article
    : 'address' in other && one.address === other.address

/** What an address says of itself: a path of the site, somewhere else, or what is wrong with it in a sentence. */
export type AddressReading =
  { kind: 'site'; path: string } | { kind: 'elsewhere' } | { kind: 'wrong'; sentence: string }

const elsewhere: AddressReading = { kind: 'elsewhere' }
const wrong = (sentence: string): AddressReading => ({ kind: 'wrong', sentence })

/** Stands for the site while it has no address of its own. */
const noAddress = 'https://site.invalid'

/**
 * Reads an address as it stands in an article.
 * @param from the article’s own path on the site, which relative addresses start from
 */
export function readAddress(address: string, site: Pick<SiteSettings, 'url'>, from: string): AddressReading {
  if (address.startsWith('#')) return elsewhere
  if (/^mailto:/i.test(address)) return address.includes('@') ? elsewhere : wrong('It names no mail address.')
  if (/^tel:/i.test(address)) return elsewhere
  if (/^(www\.|[a-z0-9-]+\.(com|org|net|gov|edu|co|uk|eu|io)(\/|$))/i.test(address))
    return wrong('It looks like a web address without https:// before it.')
  const root = new URL(absoluteLink({ url: site.url || noAddress }, ''))
  const url = parsed(address, `${root.href.replace(/\/$/, '')}/${from}`)
  if (!url) return wrong('It is not an address that a browser understands.')
  if (url.protocol === 'file:') return wrong('It leads to a file on somebody’s computer.')
  const prefix = root.pathname.replace(/\/$/, '')
  if (url.host === root.host && (url.pathname + '/').startsWith(`${prefix}/`))
    return { kind: 'site', path: sitePath(url.pathname.slice(prefix.length)) }
  return readOutside(url)
}

function readOutside({ protocol, hostname }: URL): AddressReading {
  if (protocol !== 'http:' && protocol !== 'https:') return wrong(`Readers cannot follow ${protocol} links.`)
  if (isPrivate(hostname))
    return wrong('It leads to a machine or network of your own, where readers cannot go.')
  if (!hostname.includes('.') && !hostname.startsWith('[')) return wrong(`“${hostname}” is not a web site.`)
  return protocol === 'http:' ? wrong('It is not encrypted: write https where that site has it.') : elsewhere
}

const isPrivate = (host: string): boolean =>
  /^(localhost|.*\.local(host)?|127\..*|10\..*|192\.168\..*|169\.254\..*|172\.(1[6-9]|2\d|3[01])\..*|0\.0\.0\.0|\[(::1?|f[cde][0-9a-f]{2}:.*)\])$/i.test(
    host,
  )

function parsed(address: string, base: string): URL | null {
  try {
    return new URL(address, base)
  } catch {
    return null
  }
}

/** The file of the site that an address’s path asks for. */
function sitePath(pathname: string): string {
  const path = decoded(pathname).replace(/^\/+/, '')
  if (path === '' || path.endsWith('/')) return `${path}index.html`
  return /\.[a-z0-9]+$/i.test(path) ? path : `${path}/index.html`
}

function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return pathname
  }
}

/** What readers would meet behind a link into the site, in a sentence; null where all is well. */
export function targetSentence(target: LinkTarget): string | null {
  switch (target.standing) {
    case 'live':
    case 'approved':
    case 'page':
      return null
    case 'missing':
      return 'There is no such article on this site.'
    case 'not-yet':
      return `“${target.headline}” is not on the site yet.`
    case 'withdrawn':
      return `“${target.headline}” was withdrawn.`
    case 'spiked':
      return `“${target.headline}” is spiked.`
    case 'moved':
      return `“${target.headline}” has moved to ${target.path}.`
  }
}
