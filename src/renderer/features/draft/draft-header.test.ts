import { createPinia } from 'pinia'
import { createApp, h, nextTick } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { expect, it } from 'vitest'
import { moves } from '../../../shared/workflow/moves'
import { galleyKey } from '../../backend'
import { createFakeGalley } from '../../testing/fake-galley'
import DraftHeader from './DraftHeader.vue'

it.each(['submit', 'recall', 'start-review'] as const)('says why it cannot be made: %s', async (name) => {
  const reasons = [...moves[name].guards, 'anything else'].map((guard) => `What ${guard} says.`)
  const root = document.createElement('div')
  const saving = { status: 'Saved', problem: null, conflict: null, revision: 1 } as const
  const offers = [{ move: name, reasons }]
  const app = createApp(() =>
    h(DraftHeader, { headline: 'Flood', state: 'draft', saving, offers, busy: false }),
  )
  const routes = [{ path: '/', name: 'desk', component: { render: () => null } }]
  const router = createRouter({ history: createMemoryHistory(), routes })
  app.provide(galleyKey, createFakeGalley()).use(createPinia()).use(router).mount(root)
  await nextTick()
  const button = [...root.querySelectorAll('button')].find(
    (one) => one.textContent?.trim() === moves[name].title,
  )
  expect(button?.getAttribute('aria-disabled')).toBe('true')
  const told = root.querySelector(`[id="${button?.getAttribute('aria-describedby')}"]`)
  expect(told?.textContent).toBe(reasons.join(' '))
  app.unmount()
})
