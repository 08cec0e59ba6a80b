import { ChronoUnit, DateTimeFormatter, Instant, ZoneId, ZonedDateTime, type LocalDate } from '@js-joda/core'
import '@js-joda/timezone'
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

/** Whether a time zone's rules are known, such as `Europe/London` or `UTC`. */
export function isTimeZone(name: string): boolean {
  try {
    ZoneId.of(name)
    return true
  } catch {
    return false
  }
}

/**
 * A moment as the page prints it: `30 August 2022`, in the article's language and the site's time zone. Language
 * and zone data come from date-fns and js-joda, so that every host prints the same.
 * @param moment UTC, ISO 8601
 * @param timeZone an IANA name; an unknown one counts as UTC
 */
export function printedDate(moment: string, timeZone: string, lang: string): string {
  const day = dayIn(moment, timeZone)
  const tag = lang.toLowerCase()
  const locale = locales[tag] ?? locales[tag.split('-')[0] ?? '']
  // Noon, so that no change of clocks can move the day; date-fns reads the host's own local fields.
  const noon = new Date(day.year(), day.monthValue() - 1, day.dayOfMonth(), 12)
  return locale ? format(noon, 'PPP', { locale }) : format(noon, 'd MMMM yyyy', { locale: enGB })
}

/**
 * A moment as machines are told it: ISO 8601 with the offset of the site's time zone at that moment.
 * @param moment UTC, ISO 8601
 */
export function zonedMoment(moment: string, timeZone: string): string {
  const zone = ZoneId.of(isTimeZone(timeZone) ? timeZone : 'UTC')
  const at = ZonedDateTime.ofInstant(Instant.parse(moment), zone).truncatedTo(ChronoUnit.SECONDS)
  return at.toOffsetDateTime().format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx"))
}

/** The calendar day of a moment in a time zone. */
function dayIn(moment: string, timeZone: string): LocalDate {
  const zone = ZoneId.of(isTimeZone(timeZone) ? timeZone : 'UTC')
  return ZonedDateTime.ofInstant(Instant.parse(moment), zone).toLocalDate()
}
