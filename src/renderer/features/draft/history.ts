import { shallowRef, type ShallowRef } from 'vue'
import { changeOfFields, joinSteps, type Step } from './history-step'
import type { Fields } from './text'

/** The body's own history, which keeps the body's changes and its selections in groups. */
export interface BodyHistory {
  undo(): void
  redo(): void
  /** What changes next begins a group. */
  close(): void
}

export interface HistoryPorts {
  /** Shows these fields in place of the present ones, as something the person did. */
  showFields(fields: Partial<Fields>): void
  place(): Element | null
  /** The time in milliseconds. */
  now(): number
}

/** One timeline of everything that is changed in an article: its fields and its body, in the order of the changes. */
export interface History {
  /** What would be undone next, and what redone; null when there is nothing. */
  readonly last: Readonly<ShallowRef<Step | null>>
  readonly next: Readonly<ShallowRef<Step | null>>
  /** The body's changes are undone by this. */
  undoBodyBy(body: BodyHistory): void
  /** Fields were changed. Typing on in one text is one step until it pauses. */
  noteFields(before: Fields, after: Fields, change: Partial<Fields>): void
  /** The body's own history holds so many groups now. Cheap while it is the same group. */
  noteBody(groups: number): void
  /** Whatever changes meanwhile is one step. */
  asOne(change: () => void): void
  /** Nothing that was done so far can be undone or redone. */
  forget(): void
  /** Takes the last step back and gives it; null when there is none. */
  undo(): Step | null
  redo(): Step | null
}

/** Typing that pauses for longer begins a step: as in the body's own history. */
const pause = 500
const most = 1000
/** For as long as no body can be edited. */
export const noBody: BodyHistory = { undo: () => undefined, redo: () => undefined, close: () => undefined }

/** A history in which nothing has happened yet. */
export function createHistory(ports: HistoryPorts): History {
  let done: Step[] = []
  let undone: Step[] = []
  let body = noBody
  let groups = 0
  /** Whether more typing may join the last step. */
  let open = false
  let gathered: Step | null = null
  let replaying = false
  const last = shallowRef<Step | null>(null)
  const next = shallowRef<Step | null>(null)

  function show(): void {
    last.value = done.at(-1) ?? null
    next.value = undone.at(-1) ?? null
  }

  function push(step: Step): void {
    if (gathered) {
      gathered = joinSteps(gathered, step)
      return
    }
    done.push(step)
    if (done.length > most) done.shift()
    undone = []
    open = true
    show()
  }

  const blank = (): Step => ({
    before: {},
    after: {},
    groups: 0,
    typed: null,
    place: ports.place(),
    at: ports.now(),
  })

  function noteFields(before: Fields, after: Fields, change: Partial<Fields>): void {
    const changed = changeOfFields(before, after, change)
    if (replaying || !changed) return
    const step: Step = { ...blank(), ...changed }
    const latest = done.at(-1)
    const goesOn = open && step.typed !== null && latest?.typed === step.typed && step.at - latest.at <= pause
    if (goesOn && !gathered) {
      done[done.length - 1] = joinSteps(latest, step)
      return show()
    }
    if (latest && latest.groups > 0) body.close()
    push(step)
  }

  function noteBody(now: number): void {
    if (now === groups) return
    groups = now
    if (replaying) return
    push({ ...blank(), groups: 1 })
    // The body's own history forgets its oldest groups: what was done before them cannot be undone either.
    while (done.reduce((sum, step) => sum + step.groups, gathered?.groups ?? 0) > groups) done.shift()
    show()
  }

  function replay(from: Step[], to: Step[], run: () => void, fields: 'before' | 'after'): Step | null {
    const step = from.pop()
    if (!step) return null
    replaying = true
    try {
      for (let group = 0; group < step.groups; group += 1) run()
      if (Object.keys(step[fields]).length > 0) ports.showFields(step[fields])
    } finally {
      replaying = false
    }
    to.push(step)
    open = false
    show()
    return step
  }

  return {
    last,
    next,
    undoBodyBy: (given) => void (body = given),
    noteFields,
    noteBody,
    asOne(change) {
      body.close()
      const step = blank()
      gathered = step
      try {
        change()
      } finally {
        const { before, groups: changed } = gathered
        const whole = gathered
        gathered = null
        if (changed > 0 || Object.keys(before).length > 0) push(whole)
        open = false
        body.close()
      }
    },
    forget() {
      done = []
      undone = []
      open = false
      body.close()
      show()
    },
    undo: () => replay(done, undone, () => body.undo(), 'before'),
    redo: () => replay(undone, done, () => body.redo(), 'after'),
  }
}
