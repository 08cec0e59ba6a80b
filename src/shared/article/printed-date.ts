import { ZonedDateTime, type LocalDate } from '@js-joda/core'
import { format, type Locale } from 'date-fns'
import {
  ar,
  bg,
  cs,
  da,
  de,
  el,
  enGB,
  enUS,
  es,
  et,
  faIR,
  fi,
  fr,
  he,
  hi,
  hr,
  hu,
  id,
  it,
  ja,
  ko,
  lt,
  lv,
  nb,
  nl,
  pl,
  pt,
  ptBR,
  ro,
  ru,
  sk,
  sl,
  sv,
  th,
  tr,
  uk,
  vi,
  zhCN,
  zhTW,
} from 'date-fns/locale'

import { instantOf, zoneOf } from '../site/time-zone'

const locales: Record<string, Locale> = {
  ar,
  bg,
  cs,
  da,
  de,
  el,
  es,
  et,
  fa: faIR,
  fi,
  fr,
  he,
  hi,
  hr,
  hu,
  id,
  it,
  ja,
  ko,
  lt,
  lv,
  nb,
  no: nb,
  nl,
  pl,
  pt,
  'pt-br': ptBR,
  ro,
  ru,
  sk,
  sl,
  sv,
  th,
  tr,
  uk,
  vi,
  zh: zhCN,
  'zh-tw': zhTW,
  'zh-hk': zhTW,
  'zh-hant': zhTW,
  'en-us': enUS,
}

function localeOf(lang: string): Locale | undefined {
  const tag = lang.toLowerCase()
  return locales[tag] ?? locales[tag.split('-')[0] ?? '']
}

/**
 * A moment as the page prints it: `30 August 2022`, in the article's language and the site's time zone. Language
 * and zone data come from date-fns and js-joda, so that every host prints the same.
 * @param moment UTC, ISO 8601
 * @param timeZone an IANA name; an unknown one counts as UTC
 */
export function printedDate(moment: string, timeZone: string, lang: string): string {
  const day = dayIn(moment, timeZone)
  const locale = localeOf(lang)
  // Noon, so that no change of clocks can move the day; date-fns reads the host's own local fields.
  const noon = new Date(day.year(), day.monthValue() - 1, day.dayOfMonth(), 12)
  return locale ? format(noon, 'PPP', { locale }) : format(noon, 'd MMMM yyyy', { locale: enGB })
}

/**
 * A month as a list of the site prints it: `August 2022`.
 * @param month `2022-08`
 */
export function printedMonth(month: string, lang: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return format(new Date(year, number - 1, 1, 12), 'LLLL yyyy', { locale: localeOf(lang) ?? enGB })
}

/** The calendar day of a moment in a time zone. */
function dayIn(moment: string, timeZone: string): LocalDate {
  return ZonedDateTime.ofInstant(instantOf(moment), zoneOf(timeZone)).toLocalDate()
}
