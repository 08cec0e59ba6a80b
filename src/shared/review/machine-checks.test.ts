import { expect, it } from 'vitest'
import { emptyContent } from '../article/content'
import { newArticle } from '../article/new-article'
import { defaultSettings } from '../site/settings'
import { machineChecks } from './machine-checks'
import { alone } from './machine-checks/surroundings'

const { site: anySite, rules, articleTypes } = defaultSettings('Test')
const site = { ...anySite, timeZone: 'Europe/London' }
const embargo = '2037-03-29T02:30:00.000Z'

const embargoCheck = (publishedAt: string | null) => {
  const base = emptyContent(site.language)
  const publishTime = publishedAt === null ? base.publishTime : { kind: 'at' as const, at: publishedAt }
  const article = newArticle('A', { ...base, embargo, publishTime }, site, 'P', embargo)
  const around = alone({ site, rules, articleTypes, today: '2037-03-01' })
  return machineChecks(article, around).find(({ name }) => name === 'embargo')?.found[0]?.sentence
}

it('tells when an embargo ends as the clocks of the site show it', () => {
  expect(embargoCheck(null)).toBe('It is not exported before 29 March 2037, 03:30 (Europe/London).')
  expect(embargoCheck('2037-03-28T12:00:00.000Z')).toContain('ends: 29 March 2037, 03:30 (Europe/London).')
})
