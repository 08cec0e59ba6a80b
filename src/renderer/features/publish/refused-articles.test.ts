import { createApp, h, nextTick } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { expect, it } from 'vitest'
import { moves } from '../../../shared/workflow/moves'
import { fakeId } from '../../testing/fake-galley'
import RefusedArticles from './RefusedArticles.vue'

it('tells of each article what holds its export back, and leads to it', async () => {
  const articles = moves.export.guards.map((guard, place) => ({
    id: fakeId(place),
    headline: `An article without ${guard}`,
    reason: `What ${guard} says.`,
  }))
  const routes = [{ path: '/:rest(.*)', component: { render: () => null } }]
  const router = createRouter({ history: createMemoryHistory(), routes })
  const root = document.createElement('div')
  createApp(() => h(RefusedArticles, { name: 'Left out', articles }))
    .use(router)
    .mount(root)
  await nextTick()
  const told = [...root.querySelectorAll('li')].map((item) => [
    item.querySelector('a')?.textContent,
    item.querySelector('a')?.getAttribute('href'),
    item.querySelector('p')?.textContent,
  ])
  expect(told).toEqual(articles.map(({ id, headline, reason }) => [headline, `/review/${id}`, reason]))
})
