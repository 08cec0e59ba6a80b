import { z } from 'zod'
import type { Role } from './people'
import type { PublicState, ShownState, WorkingState } from './states'

/**
 * The workflow, as data: the buttons, the main process, the command line and the docs read this table.
 * A refusal is found in the order: role, state, then each guard.
 */

export const moveNameSchema = z.enum([
  'submit',
  'recall',
  'start-review',
  'request-changes',
  'approve',
  'hold',
  'resume',
  'spike',
  'restore',
  'export',
  'correct',
  'withdraw',
])
export type MoveName = z.infer<typeof moveNameSchema>

/** What a move needs besides role and state; each is a function in guards.ts. */
export type GuardName =
  | 'complete'
  | 'no-placeholder'
  | 'no-blocking-comment'
  | 'checks-settled'
  | 'own-submission'
  | 'own-draft'
  | 'note'
  | 'correction-told'
  | 'not-own-change'
  | 'flags-done'
  | 'key-open'
  | 'approval-wanted'
  | 'seal-whole'
  | 'approval-signed'
  | 'embargo-passed'
  | 'publish-time-reached'
  | 'licence-valid'
  | 'address-unique'

export interface Move {
  title: string
  /** What the log says happened. */
  done: string
  from: readonly ShownState[]
  publicFrom: readonly PublicState[]
  /** Where the working text goes; `stays`, or back to where it was held. */
  to: WorkingState | 'stays' | 'where-it-was'
  who: readonly Role[]
  guards: readonly GuardName[]
  /** What the note is for, when the move asks for one. */
  noteFor?: string
}

const anyPublic: readonly PublicState[] = ['never-exported', 'live', 'corrected', 'withdrawn']
const notSpiked: readonly ShownState[] = [
  'draft',
  'submitted',
  'in-review',
  'changes-requested',
  'approved',
  'reopened',
  'on-hold',
]
const anyState: readonly ShownState[] = [...notSpiked, 'spiked']

export const moves: Record<MoveName, Move> = {
  submit: {
    title: 'Submit for review',
    done: 'submitted',
    from: ['draft', 'changes-requested', 'reopened'],
    publicFrom: anyPublic,
    to: 'submitted',
    who: ['editor', 'chief'],
    guards: ['complete', 'no-placeholder', 'no-blocking-comment'],
  },
  recall: {
    title: 'Recall',
    done: 'recalled',
    from: ['submitted'],
    publicFrom: anyPublic,
    to: 'draft',
    who: ['editor', 'chief'],
    guards: ['own-submission'],
  },
  'start-review': {
    title: 'Start review',
    done: 'started the review of',
    from: ['submitted', 'reopened'],
    publicFrom: anyPublic,
    to: 'in-review',
    who: ['chief'],
    guards: [],
  },
  'request-changes': {
    title: 'Request changes',
    done: 'requested changes to',
    from: ['in-review'],
    publicFrom: anyPublic,
    to: 'changes-requested',
    who: ['chief'],
    guards: ['note'],
    noteFor: 'What has to change?',
  },
  approve: {
    title: 'Approve',
    done: 'approved',
    // Approved already: only where nobody’s signature holds, or a second one is asked for since.
    from: ['in-review', 'approved'],
    publicFrom: anyPublic,
    to: 'approved',
    who: ['chief'],
    guards: ['approval-wanted', 'not-own-change', 'checks-settled', 'flags-done', 'key-open'],
  },
  hold: {
    title: 'Hold',
    done: 'held',
    from: notSpiked.filter((state) => state !== 'on-hold'),
    publicFrom: anyPublic,
    to: 'on-hold',
    who: ['chief'],
    guards: ['note'],
    noteFor: 'Why is it held?',
  },
  resume: {
    title: 'Resume',
    done: 'resumed',
    from: ['on-hold'],
    publicFrom: anyPublic,
    to: 'where-it-was',
    who: ['chief'],
    guards: [],
  },
  spike: {
    title: 'Spike',
    done: 'spiked',
    from: notSpiked,
    publicFrom: anyPublic,
    to: 'spiked',
    who: ['editor', 'chief'],
    guards: ['own-draft'],
  },
  restore: {
    title: 'Restore',
    done: 'restored',
    from: ['spiked'],
    publicFrom: anyPublic,
    to: 'draft',
    who: ['editor', 'chief'],
    guards: ['own-draft'],
  },
  export: {
    title: 'Export',
    done: 'exported',
    from: ['approved', 'reopened'],
    publicFrom: ['never-exported', 'live', 'corrected'],
    to: 'stays',
    who: ['production'],
    guards: [
      'seal-whole',
      'approval-signed',
      'embargo-passed',
      'publish-time-reached',
      'licence-valid',
      'address-unique',
    ],
  },
  correct: {
    title: 'Correct',
    done: 'corrected',
    from: notSpiked,
    publicFrom: ['live', 'corrected'],
    to: 'stays',
    who: ['chief'],
    guards: ['correction-told'],
    noteFor: 'What was wrong, and what is right? Readers will see this.',
  },
  withdraw: {
    title: 'Withdraw',
    done: 'withdrew',
    from: anyState,
    publicFrom: ['live', 'corrected'],
    to: 'stays',
    who: ['chief'],
    guards: ['note'],
    noteFor: 'Why is it withdrawn? Readers will see this.',
  },
}

/** Who may edit the text in which state; nobody else, and in no other state. */
export const editors: Partial<Record<ShownState, readonly Role[]>> = {
  draft: ['editor', 'chief'],
  'changes-requested': ['editor', 'chief'],
  approved: ['editor', 'chief'],
  reopened: ['editor', 'chief'],
  submitted: ['chief'],
  'in-review': ['chief'],
}
