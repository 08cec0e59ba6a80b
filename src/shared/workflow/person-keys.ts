import type { Person, PersonKey, Role } from './people'

/** The key a person signs with now; undefined where they have none. */
export const presentKey = ({ keys }: Pick<Person, 'keys'>): PersonKey | undefined =>
  keys.findLast(({ until }) => until === null)

/** A person's keys once another takes the place of the present one, which stays known for what it signed. */
export const withNewKey = (
  keys: readonly PersonKey[],
  made: Pick<PersonKey, 'id' | 'publicKey' | 'sealed'>,
  now: string,
): PersonKey[] => [
  ...keys.map((key) => ({ ...key, until: key.until ?? now })),
  { ...made, from: now, until: null },
]

/** The key of that id which a person could sign with at a moment; undefined where it was not theirs then. */
export const keyAt = ({ keys }: Pick<Person, 'keys'>, id: string, at: string): PersonKey | undefined =>
  keys.find((key) => key.id === id && key.from <= at && (key.until === null || at <= key.until))

/** The role a person had at a moment. UTC, ISO 8601. */
export const roleAt = ({ role, earlierRoles }: Pick<Person, 'role' | 'earlierRoles'>, at: string): Role =>
  earlierRoles.find(({ until }) => at < until)?.role ?? role
