import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import type { Author } from '../../shared/article/author'
import type { AppError } from '../../shared/kernel/app-error'
import type { Settings } from '../../shared/site/settings'
import type { PersonView } from '../../shared/workflow/people'
import { useGalley } from '../backend'
import { useSession } from './session-store'

/** What the whole library shares: its settings, its authors and its people. Follows changes from other windows. */
export const useLibrary = defineStore('library', () => {
  const galley = useGalley()
  const session = useSession()
  const settings = shallowRef<Settings | null>(null)
  const authors = shallowRef<Author[]>([])
  const people = shallowRef<PersonView[]>([])
  const error = shallowRef<AppError | null>(null)

  /** Categories that can hold articles, in the site's order. */
  const categories = computed(() => settings.value?.site.categories.filter((one) => !one.front) ?? [])

  async function loadSettings(): Promise<void> {
    const reply = await galley.request('settings.get', {})
    if (reply.ok) settings.value = reply.value
    else error.value = reply.error
  }

  async function loadAuthors(): Promise<void> {
    const reply = await galley.request('author.list', {})
    if (reply.ok) authors.value = reply.value
    else error.value = reply.error
  }

  async function loadPeople(): Promise<void> {
    const reply = await galley.request('person.list', {})
    if (reply.ok) people.value = reply.value
    else error.value = reply.error
  }

  const loaders = { settings: loadSettings, authors: loadAuthors, people: loadPeople }

  async function load(): Promise<void> {
    error.value = null
    await Promise.all([loadSettings(), loadAuthors(), loadPeople()])
  }

  galley.on('library.changed', ({ what }) => {
    if (session.person) void loaders[what]()
  })
  watch(
    [() => session.library?.path, () => session.person?.id],
    () => {
      if (session.library && session.person) void load()
    },
    { immediate: true },
  )

  return { settings, authors, people, categories, error, load }
})
