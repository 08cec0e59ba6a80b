/** What the published page shows the accent on, as its theme has it. */
export const pageBackgrounds = { light: '#fdfcfa', dark: '#171512' } as const

/** What text of normal size needs (WCAG 2.2, success criterion 1.4.3). */
export const readableContrast = 4.5

/**
 * The contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it; null unless both are `#rrggbb`.
 */
export function contrastRatio(one: string, other: string): number | null {
  const first = relativeLuminance(one)
  const second = relativeLuminance(other)
  if (first === null || second === null) return null
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05)
}

function relativeLuminance(colour: string): number | null {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) return null
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((from) => {
    const channel = Number.parseInt(colour.slice(from, from + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** What a contrast means for a reader, in words. */
export function contrastWords(ratio: number): string {
  const rounded = (Math.floor(ratio * 10) / 10).toFixed(1)
  return ratio >= readableContrast
    ? `Contrast ${rounded} : 1. Reads well.`
    : `Contrast ${rounded} : 1. Too faint for links; at least ${readableContrast} : 1 is needed.`
}
