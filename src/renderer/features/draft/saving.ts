import type { Content } from '../../../shared/article/content'
import type { AppError } from '../../../shared/kernel/app-error'
import type { Result } from '../../../shared/kernel/result'

/** The words on screen: kept on the disk; only in the draft, or on its way there; neither. */
type SaveStatus = 'Saved' | 'Saving' | 'Not saved'

export interface SavingState {
  status: SaveStatus
  /** What stands in the way, if anything. With `Saving` the text is at least in the draft or on its way there. */
  problem: AppError | null
  /** Somebody else kept a revision meanwhile: keeping waits for a decision, the draft is still written. */
  conflict: { yours: number; latest: number } | null
  /** The kept revision that the text was typed on. */
  revision: number
}

/** What saving needs of the world around it. */
export interface SavingPorts {
  /** The whole text as it is now, or why it cannot be kept. */
  read(): Result<Content, AppError>
  writeDraft(basedOn: number, content: Content): Promise<Result<unknown, AppError>>
  /** Keeps a revision and gives its number. */
  keep(basedOn: number, content: Content): Promise<Result<number, AppError>>
  /** Called whenever the state changed. */
  show(state: SavingState): void
}

export interface Saving {
  state(): SavingState
  /** The text changed. Cheap: reads nothing. */
  touch(): void
  /** Keeps everything typed until it is done, now; where it cannot be kept, the draft at least is written. */
  flush(): Promise<SavingState>
  /** The text on screen is now that of a kept revision: nothing is pending. */
  settle(revision: number): void
  /** The text on screen was typed on that revision; a conflict is to be found anew. */
  basedOn(revision: number): void
  /** Stops all timers. Flush first. */
  stop(): void
}

/**
 * A draft is written so long after the first key press that is not in it. A crash may lose a second at most; the
 * other half of it is for the way to the disk, which takes long on a busy machine.
 */
const draftAfter = 500
/** A revision is kept when nothing was typed for so long. */
const keepAfter = 3000
/** Who never stops typing for so long still gets a revision after this. */
const keepAtLeastEvery = 5 * 60_000
const firstRetry = 1000
const longestRetry = 30_000

/** Errors that trying again by itself cannot mend. */
const lasting: readonly AppError['code'][] = [
  'invalid-input',
  'revision-conflict',
  'edit-refused',
  'not-found',
]

/**
 * Decides when typing goes to the draft and when it is kept. Everything is counted in versions of the text: what
 * was typed, what is in the draft, what is kept; never two requests at once, so that none overtakes another.
 */
export function createSaving(ports: SavingPorts, startRevision: number): Saving {
  let typed = 0
  let drafted = 0
  let kept = 0
  let revision = startRevision
  let conflict: SavingState['conflict'] = null
  let draftProblem: AppError | null = null
  let keepProblem: AppError | null = null
  let wantDraft = false
  let wantKeep = false
  let working = false
  let work: Promise<void> = Promise.resolve()
  let retryAfter = firstRetry
  let draftTimer: ReturnType<typeof setTimeout> | undefined
  let keepTimer: ReturnType<typeof setTimeout> | undefined
  let longTimer: ReturnType<typeof setTimeout> | undefined
  let retryTimer: ReturnType<typeof setTimeout> | undefined

  function state(): SavingState {
    if (kept >= typed) return { status: 'Saved', problem: null, conflict, revision }
    const safe = drafted >= typed || draftProblem === null
    return {
      status: safe ? 'Saving' : 'Not saved',
      problem: (safe ? null : draftProblem) ?? keepProblem,
      conflict,
      revision,
    }
  }
  const show = (): void => ports.show(state())

  function touch(): void {
    typed += 1
    draftTimer ??= setTimeout(() => {
      draftTimer = undefined
      wantDraft = true
      void catchUp()
    }, draftAfter)
    clearTimeout(keepTimer)
    keepTimer = setTimeout(keepSoon, keepAfter)
    longTimer ??= setTimeout(keepSoon, keepAtLeastEvery)
    show()
  }

  function keepSoon(): void {
    wantKeep = true
    void catchUp()
  }

  /** Works off what is wanted, one request after the other. */
  function catchUp(): Promise<void> {
    if (!working) {
      working = true
      work = workOff()
    }
    return work
  }
  async function workOff(): Promise<void> {
    // One step later, so that `work` is set before this run can end.
    await Promise.resolve()
    try {
      for (;;) {
        if (wantKeep && !conflict && kept < typed) {
          // The desk forgets only a draft that says what it keeps; an older one would be offered as unsaved text.
          if (drafted > kept && drafted < typed) await draftNow()
          await keepNow()
        } else if ((wantDraft || wantKeep) && drafted < typed) await draftNow()
        else break
      }
    } finally {
      wantDraft = false
      wantKeep = false
      working = false
    }
  }

  async function keepNow(): Promise<void> {
    wantKeep = false
    clearTimeout(longTimer)
    longTimer = undefined
    const version = typed
    const content = ports.read()
    if (!content.ok) return cannotBeRead(content.error)
    const reply = await ports.keep(revision, content.value)
    if (reply.ok) {
      revision = reply.value
      kept = Math.max(kept, version)
      drafted = Math.max(drafted, version)
      succeeded()
    } else {
      keepProblem = reply.error
      if (reply.error.code === 'revision-conflict')
        conflict = { yours: reply.error.yours, latest: reply.error.latest }
      wantDraft = true
      if (!lasting.includes(reply.error.code)) retry()
    }
    show()
  }

  async function draftNow(): Promise<void> {
    wantDraft = false
    wantKeep &&= !conflict
    const version = typed
    const content = ports.read()
    if (!content.ok) return cannotBeRead(content.error)
    const reply = await ports.writeDraft(revision, content.value)
    if (reply.ok) {
      drafted = Math.max(drafted, version)
      draftProblem = null
    } else {
      draftProblem = reply.error
      if (!lasting.includes(reply.error.code)) retry()
    }
    show()
  }

  /** What cannot be kept cannot be drafted either: the next change of the text tries again. */
  function cannotBeRead(error: AppError): void {
    draftProblem = error
    keepProblem = error
    wantDraft = false
    wantKeep = false
    show()
  }

  function succeeded(): void {
    draftProblem = null
    keepProblem = null
    retryAfter = firstRetry
  }

  function retry(): void {
    clearTimeout(retryTimer)
    retryTimer = setTimeout(keepSoon, retryAfter)
    retryAfter = Math.min(retryAfter * 2, longestRetry)
  }

  function stop(): void {
    clearTimeout(draftTimer)
    clearTimeout(keepTimer)
    clearTimeout(longTimer)
    clearTimeout(retryTimer)
    draftTimer = undefined
    longTimer = undefined
  }

  async function flush(): Promise<SavingState> {
    let upTo: number
    // What is typed while the last words are on their way has to be on the disk too before anybody leaves.
    do {
      upTo = typed
      stop()
      wantKeep = true
      await catchUp()
    } while (typed > upTo)
    return state()
  }

  function settle(newRevision: number): void {
    stop()
    revision = newRevision
    conflict = null
    kept = typed
    drafted = typed
    succeeded()
    show()
  }

  function basedOn(newRevision: number): void {
    revision = newRevision
    conflict = null
    keepProblem = null
    show()
  }

  return { state, touch, basedOn, flush, settle, stop }
}
