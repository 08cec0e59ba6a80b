import type { Page } from '@playwright/test'

/** What one key press did. */
export interface KeyPress {
  /** Milliseconds from the key press, as the browser stamped it, to the first paint that shows it. */
  paint: number
  /** Whether the preview showed the same words in that frame; null where there is no preview. */
  previewed: boolean | null
}

declare global {
  interface Window {
    /** Figures of the key presses painted so far. */
    keyPresses?: KeyPress[]
    /** Looked at in the painted frame. */
    isPreviewed?: () => boolean
  }
}

/** Lets a page measure its key presses. */
export async function watchKeys(page: Page): Promise<void> {
  // A resting mouse is looked for in every frame: it rests over the text in all of them.
  await page.mouse.move(500, 450)
  await page.evaluate(() => {
    const presses: KeyPress[] = []
    window.keyPresses = presses
    // A message posted in a frame's callback arrives when that frame has been painted.
    const channel = new MessageChannel()
    let pressedAt = 0
    channel.port1.onmessage = () => {
      presses.push({ paint: performance.now() - pressedAt, previewed: window.isPreviewed?.() ?? null })
    }
    window.addEventListener(
      'keydown',
      (event) => {
        pressedAt = event.timeStamp
        requestAnimationFrame(() => channel.port2.postMessage(null))
      },
      { capture: true },
    )
  })
}

/**
 * Presses keys one after the other, each after a pause and once the one before was painted, and gives what they did.
 * Nothing is asked of the page before the pause is over: it would take its time from the frame, or ask for another.
 */
export async function pressKeys(
  page: Page,
  keys: readonly string[],
  pause: () => number,
): Promise<KeyPress[]> {
  const before = await page.evaluate(() => window.keyPresses?.length ?? 0)
  for (const [index, key] of keys.entries()) {
    await page.keyboard.press(key)
    await page.waitForTimeout(pause())
    await page.waitForFunction((wanted) => (window.keyPresses?.length ?? 0) >= wanted, before + index + 1, {
      polling: 10,
    })
  }
  return page.evaluate((from) => window.keyPresses?.slice(from) ?? [], before)
}
