import { shallowRef, type ShallowRef } from 'vue'
import type { InputOf, OutputOf, RequestName } from '../../../../shared/contract'
import { canonicalJson } from '../../../../shared/kernel/canonical-json'
import { useGalley } from '../../../backend'

/**
 * The desk’s answer to a question that changes while an article is written. The same question is not asked twice in a
 * row, and an answer that a later question has overtaken is dropped. A question that fails leaves the last answer.
 */
export function useDeskAnswer<N extends RequestName>(
  name: N,
): {
  answer: Readonly<ShallowRef<OutputOf<N> | null>>
  ask: (question: InputOf<N>) => void
  /** Asks the next question even if it is the same: the library has changed. */
  forget: () => void
} {
  const galley = useGalley()
  const answer: ShallowRef<OutputOf<N> | null> = shallowRef(null)
  let asked = ''

  async function put(question: InputOf<N>, key: string): Promise<void> {
    const reply = await galley.request(name, question)
    if (asked === key && reply.ok) answer.value = reply.value
  }

  return {
    answer,
    ask(question) {
      const key = canonicalJson(question)
      if (key === asked) return
      asked = key
      void put(question, key)
    },
    forget: () => void (asked = ''),
  }
}
