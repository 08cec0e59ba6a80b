import { expect, it } from 'vitest'
import { emptyContent, type Content } from '../../../shared/article/content'
import { defaultArticleTypes } from '../../../shared/site/article-types'
import { PaperDesk } from './testing/paper-desk'
import { offersFor } from './submit-reasons'

const kept: Content = { ...emptyContent('en'), headline: 'Kept' }
const missing = ['No author is chosen.', 'No category is chosen.', 'The body is empty.']
const view = {
  article: new PaperDesk(kept).article,
  moves: [
    { move: 'submit' as const, reasons: [...missing, 'Somebody else is editing it.'] },
    { move: 'spike' as const, reasons: ['Not yours.'] },
  ],
}
const reasons = (typed: Content): string[] => offersFor(view, typed, defaultArticleTypes)[0]?.reasons ?? []

it('says what the text on screen lacks, not what the kept one lacked', () => {
  const typed: Content = { ...kept, headline: '', category: 'news' }
  expect(reasons(typed)).toEqual([
    'The headline is empty.',
    'No author is chosen.',
    'The body is empty.',
    'Somebody else is editing it.',
  ])
})

it('finds a placeholder that was just typed', () => {
  expect(reasons({ ...kept, standfirst: 'It cost TK pounds.' })).toContain(
    'A placeholder is still there: “It cost TK pounds.”.',
  )
})

it('leaves every other move as it is offered', () => {
  expect(offersFor(view, kept, defaultArticleTypes)[1]).toEqual({ move: 'spike', reasons: ['Not yours.'] })
})
