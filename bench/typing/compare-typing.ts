import { cpus } from 'node:os'
import { chromium, type Page } from '@playwright/test'
import { browserArgs, findBrowser } from '../../bin/browser-for-tests.mjs'
import { ensureBuilt } from '../../bin/build.mjs'
import { inColumns, median, quantile } from '../figures'
import { randomNumbers } from '../../e2e/random-numbers'
import { pressKeys, type KeyPress } from './key-to-paint'
import { bareTextArea, bareTipTap, draftingViews, type Surface } from './surfaces'

const usual = [500, 5000, 20_000]
/** Each surface is typed in so often, by turns, so that a slow moment of the machine meets all of them. */
const rounds = 6
const keysInRound = 40

/**
 * Prints p50 and p95 from key press to paint for a text area, a bare editor, and the drafting view with its preview
 * and with every help on, at several lengths, and how often the preview changed in the same frame.
 */
export async function compareTyping(options: readonly string[]): Promise<void> {
  const lengths = options.length > 0 ? options.map(Number) : usual
  await ensureBuilt()
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    // A frame is painted when it is ready, so that what is measured is work and not waiting for the next tick.
    args: [...browserArgs, '--disable-frame-rate-limit', '--disable-gpu-vsync'],
  })
  const views = await draftingViews(browser, lengths)
  try {
    const surfaces = [
      bareTextArea(browser),
      await bareTipTap(browser),
      views.withPreview,
      views.withEverything,
    ]
    process.stdout.write(
      `Key press to paint in ms, ${cpus().length} cores, ${rounds * keysInRound} keys each.\n`,
    )
    for (const words of lengths) process.stdout.write(`\n${await measure(surfaces, words)}\n`)
  } finally {
    await views.close()
    await browser.close()
  }
}

async function measure(surfaces: readonly Surface[], words: number): Promise<string> {
  const open = await Promise.all(surfaces.map((surface) => surface.open(words)))
  const presses = surfaces.map((): KeyPress[] => [])
  // The first keys warm the machine up and do not count.
  for (const page of open) await type(page, 15, 0)
  for (let round = 1; round <= rounds; round += 1) {
    for (const [index, page] of open.entries()) {
      presses[index]?.push(...(await type(page, keysInRound, round)))
    }
  }
  for (const page of open) await page.context().close()
  return table(surfaces, presses, words)
}

/** Types letters and spaces as a quick writer does: mostly without a pause, now and then with a thought. */
async function type(page: Page, count: number, seed: number): Promise<KeyPress[]> {
  const random = randomNumbers(seed)
  await page.bringToFront()
  const keys = Array.from({ length: count }, () =>
    random() < 0.17 ? ' ' : 'etaoinshrdlu'.charAt(random() * 12),
  )
  return pressKeys(page, keys, () => (random() < 0.1 ? 400 : 20 + random() * 100))
}

function table(surfaces: readonly Surface[], presses: readonly KeyPress[][], words: number): string {
  const paints = presses.map((all) => all.map(({ paint }) => paint))
  const bare = median(paints[1] ?? [])
  const rows = surfaces.map(({ name }, index) => {
    const of = paints[index] ?? []
    const previewed = (presses[index] ?? []).map((one) => one.previewed).filter((one) => one !== null)
    const same =
      previewed.length === 0
        ? ''
        : `${Math.round((100 * previewed.filter(Boolean).length) / previewed.length)} %`
    return [
      name,
      median(of).toFixed(1),
      quantile(of, 0.95).toFixed(1),
      `${(median(of) / bare).toFixed(2)}×`,
      same,
    ]
  })
  return inColumns([
    [`${words.toLocaleString('en')} words`, 'p50', 'p95', 'p50 ÷ bare TipTap', 'preview in the same frame'],
    ...rows,
  ])
}
