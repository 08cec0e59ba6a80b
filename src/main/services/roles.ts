import type { ErrorWith } from '../../shared/kernel/app-error'
import { err, ok, type Result } from '../../shared/kernel/result'
import { hasRole, roleNames, type Person, type Role } from '../../shared/workflow/people'

/**
 * Lets a person with one of some roles pass (an admin always does), or says who may.
 * @param action what they want to do, to follow “You may not …”
 */
export function mayDo(
  person: Pick<Person, 'role'>,
  roles: readonly Role[],
  action: string,
): Result<void, ErrorWith<'not-allowed'>> {
  if (hasRole(person, roles)) return ok(undefined)
  const allowed = [...roles.filter((role) => role !== 'admin'), 'admin' as const].map(
    (role) => roleNames[role],
  )
  return err({ code: 'not-allowed', action, reason: `it takes one of these roles: ${allowed.join(', ')}.` })
}
