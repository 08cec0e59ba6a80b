import { createPinia } from 'pinia'
import { createApp, h, nextTick } from 'vue'
import { expect, it, vi } from 'vitest'
import { emptyContent, type Content } from '../../../shared/article/content'
import { newArticle } from '../../../shared/article/new-article'
import { ok } from '../../../shared/kernel/result'
import { anchorAt } from '../../../shared/review/anchor-at'
import { sentenceHash } from '../../../shared/review/claims'
import type { Claim } from '../../../shared/review/remarks'
import { galleyKey } from '../../backend'
import { createFakeGalley, fakeId, type FakeGalley } from '../../testing/fake-galley'
import ClaimsPanel from './ClaimsPanel.vue'

const at = '2026-01-05T09:00:00.000Z'
const saying = (text: string): Content => ({
  ...emptyContent('en'),
  body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
})
const before = saying('It rained for nine days. Nobody slept.')

/** That it rained, as a file says and somebody checked. */
function rained(): Claim {
  const anchor = anchorAt(before, { in: 'body', attribute: null, from: 1, to: 10 })
  if (!anchor) throw new Error('There is no such place')
  const source = { kind: 'file', name: 'rain.pdf', hash: 'a'.repeat(64), bytes: 3 } as const
  const checked = { by: fakeId(1), at, sentence: sentenceHash(before, anchor) }
  return { id: fakeId(5), by: fakeId(1), at, anchor, source, note: '', checked }
}

async function shown(content: Content, galley: FakeGalley = createFakeGalley()): Promise<HTMLElement> {
  const article = newArticle(fakeId(2), content, { readingRate: 238, timeZone: 'UTC' }, fakeId(1), at)
  const root = document.createElement('div')
  const names = { [fakeId(1)]: 'Edith' }
  const claimed = { ...article, review: { ...article.review, claims: [rained()] } }
  const app = createApp(() => h(ClaimsPanel, { article: claimed, names, moment: () => 'on Monday' }))
  app.provide(galleyKey, galley).use(createPinia()).mount(root)
  await nextTick()
  return root
}

it('says who checked a claim, and that it has to be checked anew once its sentence changed', async () => {
  expect((await shown(before)).textContent).toContain('Checked by Edith, on Monday')
  const after = await shown(saying('It rained for eight days. Nobody slept.'))
  expect(after.textContent).toMatch(/The sentence has changed since Edith checked it,\s+on Monday/)
  expect(after.querySelector('[role=checkbox], input[type=checkbox]')?.getAttribute('aria-checked')).not.toBe(
    'true',
  )
})

it('opens a copy of the file that a claim names', async () => {
  const galley = createFakeGalley({ 'source.read': () => ok({ data: 'AP8Q' }) })
  const root = await shown(before, galley)
  const button = [...root.querySelectorAll('button')].find(({ textContent }) =>
    textContent?.includes('rain.pdf'),
  )
  button?.click()
  await vi.waitFor(() => expect(galley.opened).toEqual([{ name: 'rain.pdf', data: 'AP8Q' }]))
})
