import { clampChroma, converter, formatHex, parse, wcagContrast, type Color } from 'culori'

/** What text of normal size needs (WCAG 2.2, success criterion 1.4.3). */
export const readableContrast = 4.5

/** The contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it; null unless both are `#rrggbb`. */
export function contrastRatio(one: string, other: string): number | null {
  return isWhole(one) && isWhole(other) ? wcagContrast(one, other) : null
}

const isWhole = (colour: string): boolean => /^#[0-9a-f]{6}$/i.test(colour)

/** A ratio as it is said, such as `4.4 : 1`: cut, so that no failing one is rounded up to a passing one. */
export const ratioWords = (ratio: number): string => `${(Math.floor(ratio * 10) / 10).toFixed(1)} : 1`

const toOklch = converter('oklch')
/** Finer than the steps between two colours of eight bits a channel. */
const steps = 1000

/**
 * The colour nearest to one, of its hue and as far as can be its chroma, that reads well on a ground: made darker or
 * lighter, whichever takes less. Both are `#rrggbb`; a colour that reads well already stays as it is.
 */
export function nearestReadable(colour: string, ground: string): string {
  if (wcagContrast(colour, ground) >= readableContrast) return colour
  const start = toOklch(colour)
  if (!start) return colour
  for (let step = 1; step <= steps; step += 1) {
    for (const l of [start.l - step / steps, start.l + step / steps]) {
      if (l < 0 || l > 1) continue
      const tried = formatHex(clampChroma({ ...start, l }, 'oklch'))
      if (wcagContrast(tried, ground) >= readableContrast) return tried
    }
  }
  return wcagContrast('#000000', ground) > wcagContrast('#ffffff', ground) ? '#000000' : '#ffffff'
}

/**
 * The contrast of two colours as a style sheet writes them; what shines through shows the ground. Null where either is
 * none that can be computed, such as `currentColor`.
 */
export function contrastOfCss(text: string, ground: string): number | null {
  const [over, under] = [parse(text), parse(ground)]
  if (!over || !under || (under.alpha ?? 1) < 1) return null
  return wcagContrast(blended(over, under), under)
}

/** Whether a style sheet's value is a colour that can be computed. */
export const isColour = (value: string): boolean => parse(value) !== undefined

const toRgb = converter('rgb')

function blended(over: Color, under: Color): Color {
  const alpha = over.alpha ?? 1
  if (alpha >= 1) return over
  const [top, bottom] = [toRgb(over), toRgb(under)]
  const mix = (one: number, other: number): number => one * alpha + other * (1 - alpha)
  return { mode: 'rgb', r: mix(top.r, bottom.r), g: mix(top.g, bottom.g), b: mix(top.b, bottom.b) }
}
