import { defineStore } from 'pinia'
import type { InputOf, ReplyOf, RequestName } from '../../../shared/contract'
import type { AppError } from '../../../shared/kernel/app-error'
import { useGalley } from '../../backend'
import { useLibrary } from '../../stores/library-store'

type Change = Extract<RequestName, 'person.add' | 'person.change' | 'person.passphrase' | 'author.save'>

/**
 * What can be done to people and byline profiles. Each action gives what went wrong, or null once the library has it
 * and the lists show it, so that a form can say it where it happened.
 */
export const usePeople = defineStore('people', () => {
  const galley = useGalley()
  const library = useLibrary()

  async function change<N extends Change>(name: N, input: InputOf<N>): Promise<AppError | null> {
    const reply: ReplyOf<N> = await galley.request(name, input)
    if (!reply.ok) return reply.error
    await library.load()
    return null
  }

  return {
    addPerson: (person: InputOf<'person.add'>) => change('person.add', person),
    changePerson: (person: InputOf<'person.change'>) => change('person.change', person),
    setPassphrase: (wanted: InputOf<'person.passphrase'>) => change('person.passphrase', wanted),
    saveAuthor: (author: InputOf<'author.save'>) => change('author.save', author),
  }
})
