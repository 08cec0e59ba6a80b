import type { FrameLocator, Locator } from '@playwright/test'

/** The published page as the desk shows it: beside a draft, and in review. */
export class PreviewFrame {
  readonly page: FrameLocator
  private readonly frame: Locator

  constructor(within: Locator) {
    this.frame = within.locator('iframe[title="Published page"]')
    this.page = this.frame.contentFrame()
  }

  get headline(): Locator {
    return this.page.getByRole('heading', { level: 1 })
  }

  get byline(): Locator {
    return this.page.locator('.byline')
  }

  get body(): Locator {
    return this.page.locator('.article .body')
  }

  /** The document in the frame as text, attributes in one order, the desk's choice of light or dark apart. */
  async html(): Promise<string> {
    return this.frame.evaluate(readOut, null)
  }

  /** The page as the host sends it for the frame's address, byte for byte. */
  async text(): Promise<string> {
    return this.frame.evaluate(async (element) => (await fetch((element as HTMLIFrameElement).src)).text())
  }

  /** What `html()` gives once the frame shows exactly this page. */
  async asShown(page: string): Promise<string> {
    return this.frame.evaluate(readOut, page)
  }
}

/**
 * Runs in the window: a page's text, or with null the document in the frame, written out by the browser. The order
 * of attributes says nothing in HTML, and a patched element may have another than a fresh one.
 */
function readOut(frame: Element, page: string | null): string {
  const shown =
    page === null
      ? (frame as HTMLIFrameElement).contentDocument
      : new DOMParser().parseFromString(page, 'text/html')
  if (!shown) throw new Error('The frame shows no document of this window.')
  const root = shown.documentElement.cloneNode(true) as HTMLElement
  root.removeAttribute('data-theme')
  for (const element of [root, ...root.querySelectorAll('*')]) {
    const attributes = [...element.attributes].sort((one, other) => (one.name < other.name ? -1 : 1))
    for (const { name } of attributes) element.removeAttribute(name)
    for (const { name, value } of attributes) element.setAttribute(name, value)
  }
  return root.outerHTML
}
