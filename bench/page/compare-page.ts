import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser } from '@playwright/test'
import { browserArgs, findBrowser } from '../../bin/browser-for-tests.mjs'
import { ensureBuilt } from '../../bin/build.mjs'
import { publishSample, type PublishedPage } from '../../e2e/published-pages'
import { serveSite } from '../../e2e/served-site'
import { mustSucceed } from '../../e2e/small-library'
import { inColumns, median } from '../figures'
import { visit, type Line, type Visit } from './first-paint'

/** Lighthouse's slow 4G with a telephone in the middle of the market, and a usual line at home. */
const lines: readonly Line[] = [
  { name: 'slow 4G, processor ÷ 4', download: 1600, upload: 750, delay: 150, processor: 4 },
  { name: 'cable', download: 20_000, upload: 5000, delay: 28, processor: 1 },
]
const usualVisits = 7

/**
 * Prints when the sample site's pages first and largest show something over a held-back line: medians of visits
 * that remember nothing. `-- page 15` makes fifteen visits to each.
 */
export async function comparePage([wanted = String(usualVisits)]: readonly string[]): Promise<void> {
  const visits = Math.max(1, Number(wanted) || usualVisits)
  await ensureBuilt()
  const folder = await mkdtemp(join(tmpdir(), 'galley-page-'))
  const [library, exported] = [join(folder, 'library'), join(folder, 'site')]
  try {
    await mustSucceed(['init', library, '--sample'])
    const pages = await publishSample(library, exported)
    const site = await serveSite(exported)
    const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArgs })
    const addressOf = ({ path }: PublishedPage): string => site.address + path
    try {
      for (const line of lines) {
        const rows: string[][] = [headOf(line, visits)]
        for (const page of pages) rows.push(await measure(browser, page.name, addressOf(page), line, visits))
        process.stdout.write(`\n${inColumns(rows)}\n`)
      }
    } finally {
      await browser.close()
      await site.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const headOf = ({ name }: Line, visits: number): string[] => [
  `${name}, ${cpus().length} cores, ${visits} visits`,
  'first paint ms',
  'largest paint ms',
  'of',
  'layout shift',
  'KB',
  'requests',
]

async function measure(
  browser: Browser,
  name: string,
  address: string,
  line: Line,
  visits: number,
): Promise<string[]> {
  const made: Visit[] = []
  for (let index = 0; index < visits; index += 1) made.push(await visit(browser, address, line))
  const middle = (of: (one: Visit) => number): number => median(made.map(of))
  return [
    name,
    middle(({ firstPaint }) => firstPaint).toFixed(0),
    middle(({ largestPaint }) => largestPaint).toFixed(0),
    made[0]?.largest ?? '',
    Math.max(...made.map(({ layoutShift }) => layoutShift)).toFixed(3),
    middle(({ kilobytes }) => kilobytes).toFixed(1),
    middle(({ requests }) => requests).toFixed(0),
  ]
}
