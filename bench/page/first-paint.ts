import type { Browser, CDPSession, Page } from '@playwright/test'

/** How a reader's line and machine are held back. Rates in kilobits a second, delay for each round trip. */
export interface Line {
  name: string
  download: number
  upload: number
  delay: number
  /** How many times slower the processor is. */
  processor: number
}

/** What one visit cost. Times in milliseconds from the start of the navigation. */
export interface Visit {
  firstPaint: number
  largestPaint: number
  /** What the largest paint was of: an element's name and class. */
  largest: string
  layoutShift: number
  /** Kilobytes over the line. */
  kilobytes: number
  requests: number
}

/** Of the Largest Contentful Paint and Layout Instability drafts, as far as they are read here. */
interface LargestPaint extends PerformanceEntry {
  element: Element | null
}
interface LayoutShift extends PerformanceEntry {
  value: number
}

declare global {
  interface Window {
    pagePaints?: { largest: number; element: string; shift: number }
  }
}

/** Visits a page over a held-back line, with nothing remembered of an earlier visit. */
export async function visit(browser: Browser, address: string, line: Line): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 })
  try {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    const traffic = await holdBack(session, line)
    await watchPaints(page)
    await page.goto(address, { waitUntil: 'load' })
    // The largest paint is known when nothing larger came for a while.
    await page.waitForTimeout(500)
    return { ...(await paintsOf(page)), ...traffic() }
  } finally {
    await context.close()
  }
}

async function holdBack(
  session: CDPSession,
  { download, upload, delay, processor }: Line,
): Promise<() => Pick<Visit, 'kilobytes' | 'requests'>> {
  let [bytes, requests] = [0, 0]
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
    requests += 1
  })
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: delay,
    downloadThroughput: (download * 1000) / 8,
    uploadThroughput: (upload * 1000) / 8,
  })
  await session.send('Emulation.setCPUThrottlingRate', { rate: processor })
  return () => ({ kilobytes: bytes / 1000, requests })
}

async function watchPaints(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const paints = { largest: 0, element: '', shift: 0 }
    window.pagePaints = paints
    // No function is given a name here: the bench's own loader would have it noted by a helper that no page has.
    new PerformanceObserver((list) => {
      for (const { startTime, element } of list.getEntries() as LargestPaint[]) {
        paints.largest = startTime
        paints.element = element ? [element.localName, ...element.classList].join('.') : ''
      }
    }).observe({ type: 'largest-contentful-paint', buffered: true })
    new PerformanceObserver((list) => {
      for (const { value } of list.getEntries() as LayoutShift[]) paints.shift += value
    }).observe({ type: 'layout-shift', buffered: true })
  })
}

const paintsOf = (page: Page): Promise<Omit<Visit, 'kilobytes' | 'requests'>> =>
  page.evaluate(() => ({
    firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
    largestPaint: window.pagePaints?.largest ?? NaN,
    largest: window.pagePaints?.element ?? '',
    layoutShift: window.pagePaints?.shift ?? NaN,
  }))
