import type { Finding } from '../../../shared/checking/finding'
import { oneAtATime } from '../../../shared/kernel/turns'
import type { Answer, Order, Recipe } from './recipe'

/** What is needed of a worker. */
export interface CheckingWorker {
  postMessage(order: Order): void
  terminate(): void
  onmessage: ((message: MessageEvent<Answer>) => void) | null
}

/** Checks texts beside the window. */
export interface Checker {
  /** Sets what is checked for from now on; gives why the dictionary cannot be used, or null. */
  prepare(recipe: Recipe): Promise<string | null>
  check(text: string): Promise<readonly Finding[]>
  /** What may have been meant by a misspelt word. */
  suggest(word: string): Promise<readonly string[]>
  stop(): void
}

/** The longest that checking one text may take, in milliseconds. */
const checkLimit = 500
/** Opening a dictionary, and suggesting words, is slow by nature; only a worker that died takes longer. */
const patientLimit = 20_000

const late = Symbol('late')

/**
 * A checker with a worker that is made when it is first needed. Rules are the newsroom's own patterns, and some
 * pattern takes hours on some text: a worker that does not answer is ended, and the text is checked again rule by rule
 * by a new one, so that the one rule that is too slow is known, told and left out.
 * @param tellSlow hears which rule that is; null is the spelling
 */
export function createChecker(
  makeWorker: () => CheckingWorker,
  tellSlow: (rule: string | null) => void,
): Checker {
  const inTurn = oneAtATime()
  const slow = new Set<string | null>()
  let worker: CheckingWorker | null = null
  let recipe: Recipe | null = null

  function end(): void {
    worker?.terminate()
    worker = null
  }

  /** @param onTrying hears what is tried next; each time the clock starts anew */
  function ask(
    order: Order,
    limit: number,
    onTrying?: (rule: string | null) => void,
  ): Promise<Answer | typeof late> {
    const asked = (worker ??= makeWorker())
    return new Promise((resolve) => {
      let timer: ReturnType<typeof setTimeout>
      const wait = (): void => {
        clearTimeout(timer)
        timer = setTimeout(() => resolve(late), limit)
      }
      asked.onmessage = ({ data }) => {
        if (data.kind === 'trying') {
          onTrying?.(data.rule)
          return wait()
        }
        clearTimeout(timer)
        resolve(data)
      }
      wait()
      asked.postMessage(order)
    })
  }

  async function ready(): Promise<string | null> {
    if (!recipe) return null
    const rules = recipe.rules.filter(({ id }) => !slow.has(id))
    const dictionary = slow.has(null) ? null : recipe.dictionary
    const answer = await ask({ kind: 'prepare', recipe: { ...recipe, rules, dictionary } }, patientLimit)
    return answer !== late && answer.kind === 'prepared' ? answer.trouble : 'it takes too long to open'
  }

  async function checkCarefully(text: string): Promise<readonly Finding[]> {
    for (;;) {
      end()
      await ready()
      let tried: string | null = null
      const answer = await ask({ kind: 'check', text, careful: true }, checkLimit, (rule) => (tried = rule))
      if (answer !== late) return answer.kind === 'checked' ? answer.findings : []
      // Whatever comes without a rule's name is given up too, so that this ends.
      if (slow.has(tried)) return []
      slow.add(tried)
      tellSlow(tried)
    }
  }

  return {
    prepare: (wanted) =>
      inTurn(() => {
        recipe = wanted
        return ready()
      }),
    check: (text) =>
      inTurn(async () => {
        if (!worker) await ready()
        const answer = await ask({ kind: 'check', text, careful: false }, checkLimit)
        if (answer === late) return checkCarefully(text)
        return answer.kind === 'checked' ? answer.findings : []
      }),
    suggest: (word) =>
      inTurn(async () => {
        if (!worker) await ready()
        const answer = await ask({ kind: 'suggest', word }, patientLimit)
        if (answer === late) end()
        return answer !== late && answer.kind === 'suggested' ? answer.words : []
      }),
    stop: end,
  }
}

/** A worker as the window's build has it. */
export const makeCheckingWorker = (): CheckingWorker =>
  new Worker(new URL('./checking-worker.ts', import.meta.url), { type: 'module', name: 'checking' })
