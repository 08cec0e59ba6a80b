import type { RecordRow } from '../contract'

/** A record's columns, as tables of every kind show them. */
export const recordColumns: readonly { title: string; of: (row: RecordRow) => string }[] = [
  { title: 'Row', of: ({ sequence }) => String(sequence) },
  { title: 'When (UTC)', of: ({ at }) => at },
  { title: 'Who', of: ({ by }) => by },
  { title: 'What', of: ({ action }) => action },
  { title: 'To whom or what', of: ({ subject }) => subject },
  { title: 'From', of: ({ from }) => from },
  { title: 'To', of: ({ to }) => to },
  { title: 'Revision', of: ({ revision }) => (revision === null ? '' : String(revision)) },
  { title: 'Note', of: ({ note }) => note },
  { title: 'Signature', of: ({ signature }) => signatureWords[signature] },
  { title: 'Hash', of: ({ hash }) => hash },
]

/** What is said of a row's signature. */
export const signatureWords: Record<RecordRow['signature'], string> = {
  valid: 'Signed',
  invalid: 'Not their signature',
  none: 'Unsigned',
}
