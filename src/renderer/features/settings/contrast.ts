import { ratioWords, readableContrast } from '../../../shared/looks/colours'

/** What the published page shows the accent on, as its theme has it. */
export const pageBackgrounds = { light: '#fdfcfa', dark: '#171512' } as const

/** What a contrast means for a reader, in words. */
export function contrastWords(ratio: number): string {
  return ratio >= readableContrast
    ? `Contrast ${ratioWords(ratio)}. Reads well (WCAG AA).`
    : `Contrast ${ratioWords(ratio)}. Too faint for links; WCAG AA asks for at least ${readableContrast} : 1.`
}
