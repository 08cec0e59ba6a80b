import type { ErrorWith } from '../../shared/kernel/app-error'
import { ok, type Result } from '../../shared/kernel/result'
import type { Person } from '../../shared/workflow/people'
import type { Room } from './room'

export type WrongPassphrase = ErrorWith<'wrong-passphrase' | 'too-many-tries'>

/** Whether a passphrase is a person's own; anything passes for one who has none. Guessing gets slower and slower. */
export async function provePassphrase(
  room: Pick<Room, 'passphrases' | 'throttle'>,
  { id, passphrase: kept }: Pick<Person, 'id' | 'passphrase'>,
  passphrase: string,
): Promise<Result<void, WrongPassphrase>> {
  return kept === null
    ? ok(undefined)
    : room.throttle.judge(id, () => room.passphrases.matches(passphrase, kept))
}
