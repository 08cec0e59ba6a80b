import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import type { Author } from '../../shared/article/author'
import type { ReplyOf, TemplateInfo } from '../../shared/contract'
import type { AppError } from '../../shared/kernel/app-error'
import type { Result } from '../../shared/kernel/result'
import type { Settings } from '../../shared/site/settings'
import type { PersonView } from '../../shared/workflow/people'
import { useGalley } from '../backend'
import { useSession } from './session-store'

/** What the whole library shares: its settings, authors, people and templates. Follows changes from other windows. */
export const useLibrary = defineStore('library', () => {
  const galley = useGalley()
  const session = useSession()
  const settings = shallowRef<Settings | null>(null)
  const authors = shallowRef<Author[]>([])
  const people = shallowRef<PersonView[]>([])
  const templates = shallowRef<TemplateInfo[]>([])
  const error = shallowRef<AppError | null>(null)

  /** Categories that can hold articles, in the site's order. */
  const categories = computed(() => settings.value?.site.categories.filter((one) => !one.front) ?? [])

  const loaders = {
    settings: loaderOf(
      () => galley.request('settings.get', {}),
      (now) => (settings.value = now),
    ),
    authors: loaderOf(
      () => galley.request('author.list', {}),
      (now) => (authors.value = now),
    ),
    people: loaderOf(
      () => galley.request('person.list', {}),
      (now) => (people.value = now),
    ),
    templates: loaderOf(
      () => galley.request('template.list', {}),
      (now) => (templates.value = now),
    ),
  }

  /** Asks for one part of the library. A reply that a later question, or another library, has overtaken is dropped. */
  function loaderOf<T>(ask: () => Promise<Result<T, AppError>>, take: (now: T) => void) {
    let latest = 0
    return {
      async load(): Promise<void> {
        const mine = ++latest
        const reply = await ask()
        if (mine !== latest) return
        if (reply.ok) take(reply.value)
        else error.value = reply.error
      },
      overtake: () => void (latest += 1),
    }
  }

  async function load(): Promise<void> {
    error.value = null
    await Promise.all(Object.values(loaders).map((one) => one.load()))
  }

  /** Nothing of a library is shown in another one. */
  function forget(): void {
    Object.values(loaders).forEach((one) => one.overtake())
    settings.value = null
    authors.value = []
    people.value = []
    templates.value = []
    error.value = null
  }

  /** Makes a byline profile of that name; it is among the authors at once, before the library tells of the change. */
  async function addAuthor(name: string): Promise<ReplyOf<'author.save'>> {
    const path = session.library?.path
    const reply = await galley.request('author.save', { id: null, name, avatar: null, biography: '' })
    const isListed = reply.ok && authors.value.some(({ id }) => id === reply.value.id)
    if (reply.ok && !isListed && path === session.library?.path)
      authors.value = [...authors.value, reply.value]
    return reply
  }

  galley.on('library.changed', ({ what }) => {
    if (session.person) void loaders[what].load()
  })
  watch(
    [() => session.library?.path, () => session.person?.id],
    ([path], [before]) => {
      if (path !== before) forget()
      if (session.library && session.person) void load()
    },
    { immediate: true },
  )

  return { settings, authors, people, templates, categories, error, load, addAuthor }
})
