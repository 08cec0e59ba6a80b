import type { OutputOf } from '../../shared/contract'
import type { ErrorWith } from '../../shared/kernel/app-error'
import { err, ok, type Result } from '../../shared/kernel/result'
import { mostSourceBytes } from '../../shared/review/claims'
import type { Person } from '../../shared/workflow/people'
import type { WriteError } from './ports'
import { mayDo } from './roles'
import type { Room } from './room'

/** Keeps a file that claims can name as their source. It is kept as it is, never opened and never exported. */
export async function addSource(
  room: Room,
  person: Person,
  { name, bytes }: { name: string; bytes: Uint8Array },
): Promise<Result<OutputOf<'source.add'>, WriteError | ErrorWith<'not-allowed' | 'invalid-input'>>> {
  const allowed = mayDo(person, ['editor', 'chief'], 'add sources')
  if (!allowed.ok) return allowed
  const fault =
    bytes.length === 0
      ? `${name} is empty`
      : bytes.length > mostSourceBytes
        ? `${name} is larger than ${mostSourceBytes / 1_000_000} MB, which is the most a source may be`
        : null
  if (fault !== null) return err({ code: 'invalid-input', issues: [fault] })
  const kept = await room.library.sources.add(bytes)
  return kept.ok ? ok({ name, hash: kept.value, bytes: bytes.length }) : kept
}

/** A kept source’s bytes. */
export async function readSource(
  { library }: Room,
  _reader: Person | null,
  { hash }: { hash: string },
): Promise<Result<Uint8Array, ErrorWith<'not-found'>>> {
  const bytes = await library.sources.find(hash)
  return bytes ? ok(bytes) : err({ code: 'not-found', what: 'source', id: hash })
}
