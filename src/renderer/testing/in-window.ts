import { createPinia, setActivePinia } from 'pinia'
import { createApp, type App } from 'vue'
import { galleyKey } from '../backend'
import type { FakeGalley } from './fake-galley'

/** Runs `setup` as a component of a window on that desk, with stores of its own; gives its result and the app. */
export function inWindow<T>(galley: FakeGalley, setup: () => T): { value: T; app: App } {
  const made: { value?: T } = {}
  const app = createApp({
    setup() {
      made.value = setup()
      return () => null
    },
  })
  const pinia = createPinia()
  app.provide(galleyKey, galley).use(pinia)
  setActivePinia(pinia)
  app.mount(document.createElement('div'))
  return { value: made.value as T, app }
}
