import { pathToFileURL } from 'node:url'
import { expect, type Browser, type Locator, type Page } from '@playwright/test'

/** A finished page, opened from the disk as a reader's browser would show it. */
export class ExportedPage {
  readonly article: Locator
  readonly headline: Locator
  readonly byline: Locator
  readonly avatar: Locator
  readonly thumbnail: Locator
  readonly body: Locator
  /** What readers are told of corrections, at the end of the text. */
  readonly correction: Locator
  readonly sections: Locator
  readonly share: Locator

  private constructor(
    readonly page: Page,
    /** What the browser complained about while loading. */
    private readonly complaints: readonly string[],
  ) {
    this.article = page.getByRole('article')
    this.headline = page.getByRole('heading', { level: 1 })
    this.byline = page.locator('.byline')
    this.avatar = page.getByRole('img', { name: /^Avatar of / })
    this.thumbnail = page.getByRole('figure').first()
    this.body = page.locator('.article .body')
    this.correction = page.getByRole('region', { name: /^Corrections?$/ })
    this.sections = page.getByRole('navigation', { name: 'Sections' })
    this.share = page.getByRole('region', { name: 'Share' })
  }

  static async open(browser: Browser, path: string): Promise<ExportedPage> {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    const complaints: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('requestfailed', (request) => complaints.push(`Not loaded: ${request.url()}`))
    await page.goto(pathToFileURL(path).href)
    return new ExportedPage(page, complaints)
  }

  /** Its stylesheet applies, its pictures are there, and the browser has nothing to complain about. */
  async expectWhole(): Promise<void> {
    await expect(this.sections.getByRole('list')).toHaveCSS('list-style-type', 'none')
    const font = await this.page.evaluate(() => getComputedStyle(document.body).fontFamily)
    expect(font).toContain('Source Serif 4')
    const missing = await this.page.evaluate(() =>
      [...document.images]
        .filter(({ complete, naturalWidth }) => !complete || naturalWidth === 0)
        .map(({ src }) => src),
    )
    expect(missing, 'pictures that did not load').toEqual([])
    expect(this.complaints, 'what the browser complained about').toEqual([])
  }

  /** What the page says of its article to machines: the `NewsArticle` of its JSON-LD. */
  async newsData(): Promise<Record<string, unknown> | undefined> {
    const text = (await this.page.locator('script[type="application/ld+json"]').textContent()) ?? ''
    const { '@graph': graph } = JSON.parse(text) as { '@graph': Record<string, unknown>[] }
    return graph.find((node) => node['@type'] === 'NewsArticle')
  }

  /** Where the section links lead, as file paths. */
  async sectionTargets(): Promise<string[]> {
    return this.sections
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))
  }

  async close(): Promise<void> {
    await this.page.context().close()
  }
}
