import { ar } from './ar'
import { de } from './de'
import { en } from './en'
import { es } from './es'
import { fr } from './fr'
import { he } from './he'
import { it } from './it'
import { ja } from './ja'
import { nl } from './nl'
import type { PageWords, SiteWords } from './page-words'
import { pl } from './pl'
import { pt, ptBR } from './pt'
import { sv } from './sv'
import { zh, zhHant } from './zh'

export type { PageWords } from './page-words'

/** Our own tables, because a host’s `Intl` knows what it was built with: each export has to say the same. */
const tables: Readonly<Record<string, PageWords>> = {
  en,
  ar,
  de,
  es,
  fr,
  he,
  iw: he,
  it,
  ja,
  nl,
  pl,
  pt,
  'pt-br': ptBR,
  sv,
  zh,
  'zh-hant': zhHant,
  'zh-tw': zhHant,
  'zh-hk': zhHant,
  'zh-mo': zhHant,
}

/** The tag under which a language’s words stand: the longest beginning of it that is known; '' for none. */
export function wordsTag(lang: string): string {
  let tag = lang.toLowerCase()
  while (tag !== '' && !Object.hasOwn(tables, tag)) tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))
  return tag
}

/** A language’s words; English for a language that has none of its own here. */
export const wordsIn = (lang: string): PageWords => tables[wordsTag(lang)] ?? en

/** What a site says around its articles. */
export const siteWords = ({ language }: { language: string }): SiteWords => wordsIn(language).site

/** A language as Open Graph names it, such as `pt_BR`; '' where its country is not known. */
export function openGraphLocale(lang: string): string {
  const [, language, country] = /^([a-z]{2,3})(?:-[a-z]{4})?-([a-z]{2})(?:-|$)/i.exec(lang) ?? []
  if (language !== undefined && country !== undefined)
    return `${language.toLowerCase()}_${country.toUpperCase()}`
  return tables[wordsTag(lang)]?.locale ?? ''
}

/**
 * The quotation marks of every language, for a stylesheet: what the longest tag says stands last and counts.
 */
export const quoteRules = (): string =>
  Object.entries(tables)
    .sort(([one], [other]) => one.length - other.length)
    .map(([tag, { quotes }]) => `:lang(${tag}){quotes:${quotes.map((mark) => `'${mark}'`).join(' ')}}`)
    .join('\n')
