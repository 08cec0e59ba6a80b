import { describe, expect, it } from 'vitest'
import { correctionText, lacksOfCorrection } from './correction'

describe('the notice of a correction', () => {
  it('says what was wrong and what is right, as serious as it was', () => {
    const form = { wrong: 'the ferry sails at noon', right: 'It sails at one!' }
    expect(correctionText({ ...form, seriousness: 'minor' })).toBe(
      'An earlier version of this article was wrong: the ferry sails at noon. Correct is: It sails at one!',
    )
    expect(correctionText({ ...form, seriousness: 'clarification' })).toContain(
      'To be clear: It sails at one!',
    )
    expect(correctionText({ ...form, seriousness: 'serious' })).toContain('a serious error: the ferry')
  })

  it('ends what is said as a sentence once, in any script', () => {
    const right = ' 渡船一点开。 '
    expect(correctionText({ wrong: '“Noon.”', right, seriousness: 'minor' })).toBe(
      'An earlier version of this article was wrong: “Noon.” Correct is: 渡船一点开。',
    )
  })
})

describe('a correction', () => {
  it('needs both, or a text that stands for both', () => {
    expect(lacksOfCorrection({ wrong: ' ', right: '', seriousness: 'minor' }, 'whatever')).toEqual([
      'What was wrong is not said.',
      'What is right is not said.',
    ])
    expect(lacksOfCorrection({ wrong: 'a', right: 'b', seriousness: 'serious' }, '')).toEqual([])
    expect(lacksOfCorrection(null, ' ')).toHaveLength(1)
    expect(lacksOfCorrection(null, 'It was noon.')).toEqual([])
  })
})
