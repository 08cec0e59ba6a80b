import { describe, expect, it } from 'vitest'
import { defaultSettings } from '../site/settings'
import { emptyContent } from './content'
import { derive } from './derive'
import { isTimeZone } from '../site/time-zone'
import { printedDate, printedMonth } from './printed-date'

const { site } = defaultSettings('Test')

describe('the printed date', () => {
  it('is the day in the site’s time zone and the article’s language', () => {
    expect(printedDate('2022-08-30T10:00:00.000Z', 'UTC', 'en')).toBe('30 August 2022')
    expect(printedDate('2022-08-30T20:00:00.000Z', 'Asia/Manila', 'en-GB')).toBe('31 August 2022')
    expect(printedDate('2022-08-30T02:00:00.000Z', 'America/New_York', 'en')).toBe('29 August 2022')
    expect(printedDate('2022-08-30T10:00:00.000Z', 'UTC', 'de-AT')).toBe('30. August 2022')
    expect(printedDate('2022-08-30T10:00:00.000Z', 'UTC', 'ja')).toBe('2022年8月30日')
    expect(printedDate('2022-08-30T10:00:00.000Z', 'Nowhere/Land', 'xx')).toBe('30 August 2022')
  })
  it('knows time zones', () => {
    expect(isTimeZone('Europe/London')).toBe(true)
    expect(isTimeZone('Europe/Atlantis')).toBe(false)
  })

  it('prints a month in the language of the site', () => {
    expect(['en', 'de', 'xx'].map((lang) => printedMonth('2026-03', lang))).toEqual([
      'March 2026',
      'März 2026',
      'March 2026',
    ])
  })
})

describe('what is derived on keeping', () => {
  const content = emptyContent('en')
  const at = '2022-08-30T10:00:00.000Z'
  it('prints no date until an approval fills it in', () => {
    expect(derive(content, site, null).printedDate).toBe('')
    expect(derive(content, site, at).printedDate).toBe('30 August 2022')
  })
  it('prints no date for an undated article, and the set one for a dated', () => {
    expect(derive({ ...content, publishTime: { kind: 'none' } }, site, at).printedDate).toBe('')
    expect(
      derive({ ...content, publishTime: { kind: 'at', at: '2020-01-02T00:00:00.000Z' } }, site, at)
        .printedDate,
    ).toBe('2 January 2020')
  })
})
