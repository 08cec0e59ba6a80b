import { useStorage } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import type { StyleScope } from '../../../shared/checking/check-style'
import type { StyleRule } from '../../../shared/checking/style-rules'
import type { OutputOf, ReplyOf } from '../../../shared/contract'
import { useGalley } from '../../backend'
import { useSession } from '../../stores/session-store'
import { createChecker, makeCheckingWorker } from './checker'
import { chooseDictionary, type Choice } from './choose-dictionary'

/** What texts are checked with: the house style, the dictionaries, and what this window is told to check for. */
export const useLanguage = defineStore('language', () => {
  const galley = useGalley()
  const session = useSession()
  /** Remembered on this machine. */
  const spellingOn = useStorage('galley.spelling', true)
  const styleOn = useStorage('galley.house-style', true)
  const style = shallowRef<OutputOf<'style.list'>>({ files: [], damaged: [] })
  const dictionaries = shallowRef<OutputOf<'dictionary.list'>>({ languages: [], words: [] })
  /** Rules that took too long in this window, null being the spelling: left out until it is opened anew. */
  const slowRules = shallowRef<readonly (string | null)[]>([])
  const loaded = shallowRef(false)

  const rules = computed<readonly StyleRule[]>(() => style.value.files.flatMap((file) => file.rules))
  const checker = createChecker(makeCheckingWorker, (rule) => (slowRules.value = [...slowRules.value, rule]))

  const loaders = {
    async style() {
      const reply = await galley.request('style.list', {})
      if (reply.ok) style.value = reply.value
    },
    async dictionary() {
      const reply = await galley.request('dictionary.list', {})
      if (reply.ok) dictionaries.value = reply.value
    },
  }
  async function load(): Promise<void> {
    await Promise.all([loaders.style(), loaders.dictionary()])
    loaded.value = true
  }

  /** Makes the checker ready for texts of a kind; gives why something is not checked, in words, or null. */
  async function prepare(scope: StyleScope): Promise<string | null> {
    const none: Choice = { dictionary: null, note: null }
    const choice = spellingOn.value
      ? await chooseDictionary(galley, scope.lang, dictionaries.value.languages)
      : none
    const trouble = await checker.prepare({
      scope,
      rules: styleOn.value ? rules.value : [],
      dictionary: choice.dictionary,
      houseWords: dictionaries.value.words,
    })
    return trouble === null
      ? choice.note
      : `The dictionary for “${scope.lang}” cannot be used: ${trouble}. Spelling is not checked.`
  }

  /** Adds words to the house dictionary, or takes others out. */
  async function changeWords(change: {
    add?: string[]
    remove?: string[]
  }): Promise<ReplyOf<'dictionary.change'>> {
    const reply = await galley.request('dictionary.change', { add: [], remove: [], ...change })
    if (reply.ok) dictionaries.value = { ...dictionaries.value, words: reply.value }
    return reply
  }

  galley.on('language.changed', ({ what }) => {
    if (session.person) void loaders[what]()
  })
  watch(
    [() => session.library?.path, () => session.person?.id],
    () => {
      loaded.value = false
      style.value = { files: [], damaged: [] }
      dictionaries.value = { languages: [], words: [] }
      if (session.library && session.person) void load()
      else checker.stop()
    },
    { immediate: true },
  )

  return {
    spellingOn,
    styleOn,
    style,
    dictionaries,
    rules,
    slowRules,
    loaded,
    checker,
    prepare,
    changeWords,
    reloadStyle: loaders.style,
  }
})
