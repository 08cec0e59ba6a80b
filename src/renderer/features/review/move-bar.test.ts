import { createPinia } from 'pinia'
import { createApp, h, nextTick } from 'vue'
import { expect, it } from 'vitest'
import { moveNameSchema, moves, type MoveName } from '../../../shared/workflow/moves'
import { galleyKey } from '../../backend'
import { createFakeGalley } from '../../testing/fake-galley'
import { fakeView } from './fake-view'
import MoveBar from './MoveBar.vue'

/** Every move but those of the writing and of publishing, which have their places there. */
const reviewed = moveNameSchema.options.filter((name) => !['submit', 'recall', 'export'].includes(name))

/** The bar over an article, as it would stand in the window. */
async function shownFor(name: MoveName, reasons: string[], failure: string[] = []): Promise<HTMLElement> {
  const root = document.createElement('div')
  const app = createApp(() =>
    h(MoveBar, {
      view: fakeView({ moves: [{ move: name, reasons }] }),
      busy: false,
      failure: failure.length > 0 ? { code: 'move-refused', move: name, reasons: failure } : null,
    }),
  )
  app.provide(galleyKey, createFakeGalley()).use(createPinia()).mount(root)
  await nextTick()
  return root
}

it.each(reviewed)('says beside its button why it cannot be made: %s', async (name) => {
  const reasons = [...moves[name].guards, 'anything else'].map((guard) => `What ${guard} says.`)
  const root = await shownFor(name, reasons)
  const button = root.querySelector('button')
  expect(button?.textContent?.trim()).toBe(moves[name].title)
  expect(button?.getAttribute('aria-disabled')).toBe('true')
  const told = [...root.querySelectorAll('[hidden], li')].map((one) => one.textContent)
  expect(told).toEqual([reasons.join(' '), `${moves[name].title}: ${reasons.join(' ')}`])
})

it.each(reviewed)('tells all reasons of a refusal by the desk: %s', async (name) => {
  const reasons = ['It was changed meanwhile.', ...moves[name].guards.map((guard) => `What ${guard} says.`)]
  const root = await shownFor(name, [], reasons)
  for (const reason of reasons) expect(root.querySelector('[role=alert]')?.textContent).toContain(reason)
})
