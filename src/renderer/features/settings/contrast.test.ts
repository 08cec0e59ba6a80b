import { describe, expect, it } from 'vitest'
import theme from '../../../shared/render/theme/base.css?raw'
import { contrastRatio, contrastWords, pageBackgrounds } from './contrast'

describe('contrast', () => {
  it('is 21 between black and white and 1 between equals', () => {
    expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21)
    expect(contrastRatio('#a3201c', '#A3201C')).toBe(1)
  })
  it('knows the shade that just passes on white', () => {
    expect(contrastRatio('#767676', '#ffffff')).toBeGreaterThanOrEqual(4.5)
    expect(contrastRatio('#777777', '#ffffff')).toBeLessThan(4.5)
  })
  it('is unknown for what is not a colour', () => {
    expect(contrastRatio('red', '#ffffff')).toBeNull()
  })
  it('never rounds a failing contrast up to a passing one', () => {
    expect(contrastWords(4.49)).toMatch(/^Contrast 4\.4 : 1\. Too faint/)
    expect(contrastWords(4.5)).toMatch(/Reads well/)
  })
  it('is judged against the backgrounds of the published page', () => {
    expect(theme).toContain(`--paper: ${pageBackgrounds.light}`)
    expect(theme).toContain(`--paper: ${pageBackgrounds.dark}`)
  })
})
