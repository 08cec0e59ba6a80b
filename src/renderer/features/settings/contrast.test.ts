import { describe, expect, it } from 'vitest'
import theme from '../../../shared/render/theme/base.css?raw'
import { contrastWords, pageBackgrounds } from './contrast'

describe('contrast', () => {
  it('never rounds a failing contrast up to a passing one', () => {
    expect(contrastWords(4.49)).toMatch(/^Contrast 4\.4 : 1\. Too faint/)
    expect(contrastWords(4.5)).toMatch(/Reads well/)
  })
  it('is judged against the backgrounds of the published page', () => {
    expect(theme).toContain(`--paper: ${pageBackgrounds.light}`)
    expect(theme).toContain(`--paper: ${pageBackgrounds.dark}`)
  })
})
