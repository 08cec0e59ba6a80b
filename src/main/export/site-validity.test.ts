import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { arbitraryContent } from '../../shared/article/arbitraries'
import type { Content } from '../../shared/article/content'
import { ok } from '../../shared/kernel/result'
import { openMediaStore } from '../media'
import { createSigningKeys } from '../platform/signing-keys'
import { createSampleLibrary } from '../sample'
import { siteFiles } from '../services/site-files'
import { bodyOf, valueOf } from '../services/testing/newsroom'
import { viewpointOf } from '../services/viewpoint'
import { openLibrary } from '../storage'
import { hasJava, nuFaults, withoutJava } from '../testing/judges/html-judge'
import { hasIptc, withoutIptc } from '../testing/judges/json-judge'
import { siteFaults } from '../testing/judges/site-judge'
import type { SiteText } from '../testing/judges/xml-judge'
import { outputsOf } from '../testing/outputs-of-content'
import { readReferenceText, withoutReference } from '../testing/reference-text'
import { growingSite, siteOfEveryPage } from '../testing/site-of-every-page'

const reference = readReferenceText()
if (!hasJava) console.warn(withoutJava)
if (!hasIptc) console.warn(withoutIptc)
if (!reference) console.warn(withoutReference)

/** How many articles are made up; `GALLEY_RUNS` asks for more. */
const runs = Number(process.env.GALLEY_RUNS ?? 15)
const present = new Date('2026-03-10T15:00:00Z')

/** The texts of the sample library’s site, once it has an address. */
async function sampleSite(folder: string): Promise<SiteText[]> {
  valueOf(await createSampleLibrary(folder, { now: () => present }))
  const options = { now: () => present, who: 'a test', openMedia: openMediaStore }
  const library = valueOf(await openLibrary(folder, options))
  try {
    const online = library.settings.change((now) =>
      ok({ next: { ...now, site: { ...now.site, url: 'https://harbour.example/' } }, value: null }),
    )
    valueOf(await online)
    const room = { library, now: () => present, signing: createSigningKeys() }
    const { files } = siteFiles(await viewpointOf(room), await library.articles.entries(), () => undefined)
    const texts: SiteText[] = []
    for await (const file of files) if ('text' in file) texts.push({ path: file.path, text: file.text })
    return texts
  } finally {
    await library.close()
  }
}

/** Nothing without a headline is published. */
const publishable = (content: Content): Content => ({
  ...content,
  headline: content.headline.trim() || 'A headline',
  tags: content.tags.filter((tag) => tag.trim() !== ''),
})

/** What is judged, each site once. */
const sites = {
  'with a page of every kind': siteOfEveryPage,
  'of the sample library': async () => {
    const folder = await mkdtemp(join(tmpdir(), 'galley-valid-'))
    return sampleSite(join(folder, 'sample')).finally(() => rm(folder, { recursive: true }))
  },
  'whatever its articles say': async () =>
    fc
      .sample(arbitraryContent, { numRuns: runs, seed: 7 })
      .flatMap((content, place) => outputsOf(publishable(content), `made-up-${place}`)),
  'with the reference article': async () => {
    const site = await growingSite()
    const { headline = 'Nothing', lines = [] } = reference ?? {}
    await site.approve(headline, { body: bodyOf(...lines) })
    return site.exportNow()
  },
}

describe('a published site is valid', () => {
  const found = new Map<string, readonly SiteText[]>()
  beforeAll(async () => {
    for (const [name, make] of Object.entries(sites)) found.set(name, await make())
  }, 120_000)

  it('on a page of each kind', () => {
    const paths = found.get('with a page of every kind')?.map(({ path }) => path)
    const wanted = ['index.html', '404.html', 'news/the-mistake/index.html', 'news/the-ferry/index.html']
    expect(paths).toEqual(expect.arrayContaining([...wanted, 'feed.xml', 'atom.xml', 'sitemap.xml']))
  })

  it.each(Object.keys(sites))('%s', { timeout: 600_000 }, async (name) => {
    expect(await siteFaults(found.get(name) ?? [])).toEqual([])
  })

  it.skipIf(!hasJava)(`to the Nu HTML checker (or: ${withoutJava})`, { timeout: 600_000 }, async () => {
    const pages = [...found].flatMap(([name, files]) =>
      files
        .filter(({ path }) => /\.(html|css)$/.test(path))
        .map(({ path, text }) => ({ path: `${name.replaceAll(' ', '-')}/${path}`, text })),
    )
    expect(await nuFaults(pages)).toEqual([])
  })
})
