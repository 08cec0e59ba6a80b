import type { Choice } from '../../ui'

/** Languages whose dates the page can print in words; any other tag can be typed. */
const languages = (
  'ar bg cs da de el en en-US es et fa fi fr he hi hr hu id it ja ko lt lv nb nl pl pt pt-BR ro ru sk sl sv th tr uk vi ' +
  'zh zh-TW'
).split(' ')

/** Languages by their English names; `present` is among them whatever it is. */
export function languageChoices(present: string): Choice[] {
  const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' })
  const nameOf = (tag: string): string => {
    try {
      return names.of(tag) ?? tag
    } catch {
      return tag
    }
  }
  return [...new Set([...languages, present])]
    .map((tag) => ({ value: tag, label: nameOf(tag), hint: tag }))
    .sort((one, other) => one.label.localeCompare(other.label, 'en'))
}

/** The time zones this window knows, by their IANA names; UTC first, `present` among them whatever it is. */
export function timeZoneChoices(present: string): Choice[] {
  const known = Intl.supportedValuesOf('timeZone')
  return [...new Set(['UTC', ...known, present])].map((zone) => ({
    value: zone,
    label: zone.replaceAll('_', ' '),
  }))
}
