import { expect, test } from 'vitest'
import { archiveMonths, renderArchivePage } from '../archive-pages'
import { renderArticlePage } from '../article-page'
import { renderFrontPage } from '../front-page'
import { renderNotFoundPage } from '../not-found-page'
import { renderSearchPage, searchScript } from '../search-page'
import { testPage, testSite, testSurroundings } from '../testing/pages'
import { attribute, byClass, byTag, readPage, textOf } from '../testing/read-page'
import { openGraphLocale, quoteRules, wordsIn, wordsTag } from '.'

const languages = [
  'en',
  'de',
  'fr',
  'es',
  'it',
  'nl',
  'pt',
  'pt-BR',
  'pl',
  'sv',
  'ar',
  'he',
  'ja',
  'zh',
  'zh-TW',
]
const english = wordsIn('en')

/** Every word of a table, with numbers and names put into those that take some. */
function allWords(table: object): string[] {
  return Object.values(table).flatMap((word: unknown) => {
    if (typeof word === 'string') return word
    if (typeof word === 'function') return [1, 2, 5, 21, 111].map((number) => String(word(number, 9)))
    return typeof word === 'object' && word !== null ? allWords(word) : []
  })
}

test.each(languages)('%s has every word, and its own', (lang) => {
  const words = allWords(wordsIn(lang))
  expect(words.filter((word) => word.trim() === '' || /undefined|NaN/.test(word))).toEqual([])
  if (lang === 'en') return
  const { readTime, by, share, site } = wordsIn(lang)
  for (const [own, other] of [
    [readTime(5), english.readTime(5)],
    [by, english.by],
    [share, english.share],
    [site.nothingYet, english.site.nothingYet],
  ])
    expect(own).not.toBe(other)
})

test('a language is found by the longest beginning of its tag; without a table it is English', () => {
  expect(['de-AT', 'pt-BR', 'PT-br', 'zh-Hant-HK', 'zh-Hans-CN', 'en-US', 'xx', 'x'].map(wordsTag)).toEqual([
    ...['de', 'pt-br', 'pt-br', 'zh-hant', 'zh', 'en', '', ''],
  ])
  expect(wordsIn('constructor')).toBe(english)
  expect(['de', 'de-AT', 'zh-Hant-TW', 'en-001', 'xx'].map(openGraphLocale)).toEqual([
    ...['de_DE', 'de_AT', 'zh_TW', 'en_GB', ''],
  ])
})

test('numbers take the form that their language has for them', () => {
  expect([1, 2, 5, 11, 103].map(wordsIn('ar').readTime)).toEqual([
    'دقيقة واحدة للقراءة',
    'دقيقتان للقراءة',
    '5 دقائق للقراءة',
    '11 دقيقة للقراءة',
    '103 دقائق للقراءة',
  ])
  expect([1, 5].map(wordsIn('he').readTime)).toEqual(['דקת קריאה', '5 דקות קריאה'])
  expect([1, 5].map(wordsIn('en').readTime)).toEqual(['1 Min Read', '5 Mins Read'])
})

test('the stylesheet sets quotation marks as each language does, the more exact tag last', () => {
  const rules = quoteRules()
  expect(rules).toContain(`:lang(de){quotes:'„' '“' '‚' '‘'}`)
  expect(rules.indexOf(':lang(zh-hant)')).toBeGreaterThan(rules.indexOf(':lang(zh)'))
})

test('a site speaks its own language around articles of another', () => {
  const site = { ...testSite, language: 'de' }
  const page = readPage(renderArticlePage(testPage({ lang: 'fr' }, site)))
  expect(byTag(page, 'nav').map((nav) => attribute(nav, 'aria-label'))).toEqual(['Ressorts', 'Website'])
  expect(textOf(byClass(page, 'site-footer')[0]!)).toContain('ArchivSuche')
  const surroundings = testSurroundings(site)
  const texts = [
    renderFrontPage({ surroundings, teasers: [] }),
    renderArchivePage(surroundings, archiveMonths([])),
    renderSearchPage(surroundings),
    renderNotFoundPage(surroundings),
  ].map((text) => textOf(byTag(readPage(text), 'body')[0]!))
  expect(
    texts.map(
      (text) =>
        /\b(Skip|Nothing|Archive|Search|Words|There is|Articles found|No article)\b/.exec(text)?.[0] ?? null,
    ),
  ).toEqual([...[null, null, null, null]])
})

test('what the search page says when it is used stands in the page, in the site’s language', () => {
  expect(/textContent = '[^']|\btextContent = `/.exec(searchScript.text)).toBeNull()
  const page = readPage(renderSearchPage(testSurroundings({ ...testSite, language: 'de' })))
  const [status] = byClass(page, 'search-status')
  expect(attribute(status!, 'data-found')).toBe('Gefundene Artikel: ')
  expect(attribute(status!, 'data-nothing')).toBe('Kein Artikel enthält alle diese Wörter.')
  expect(textOf(byClass(page, 'search-unread')[0]!)).toContain('Im Archiv blättern')
})
