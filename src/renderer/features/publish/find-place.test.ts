import { createApp, h, nextTick } from 'vue'
import { expect, it, vi } from 'vitest'
import { galleyKey } from '../../backend'
import { createFakeGalley } from '../../testing/fake-galley'
import FindPlace from './FindPlace.vue'

function mounted(showPlace: ((path: string) => Promise<boolean>) | null): HTMLElement {
  const root = document.createElement('div')
  createApp(() => h(FindPlace, { path: '/srv/site' }))
    .provide(galleyKey, { ...createFakeGalley(), showPlace })
    .mount(root)
  return root
}

async function pressed(root: HTMLElement): Promise<string | undefined> {
  root.querySelector('button')?.click()
  await nextTick()
  await nextTick()
  return root.querySelector('[role=status]')?.textContent
}

it('opens the folder where the machine lets it, and says where there is none any more', async () => {
  const shown: string[] = []
  const there = mounted(async (path) => shown.push(path) > 0)
  expect(there.textContent).toContain('Open folder')
  expect(await pressed(there)).toBe('')
  expect(shown).toEqual(['/srv/site'])
  expect(await pressed(mounted(async () => false))).toBe('It is not there any more.')
})

it('copies the path in a browser', async () => {
  const writeText = vi.fn(async () => undefined)
  vi.stubGlobal('navigator', { clipboard: { writeText } })
  const root = mounted(null)
  expect(root.textContent).toContain('Copy path')
  await pressed(root)
  await vi.waitFor(() => expect(root.querySelector('[role=status]')?.textContent).toBe('Copied.'))
  expect(writeText).toHaveBeenCalledWith('/srv/site')
  vi.unstubAllGlobals()
})
