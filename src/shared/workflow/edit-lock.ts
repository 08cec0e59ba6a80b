import { hasRole, type Person } from './people'

/**
 * Whether a person may take the editing of an article over from whoever is at it: desk chiefs and admins from
 * anybody, and everybody from themselves at another window.
 * @param holder the id of the person who holds its edit lock
 */
export const mayTakeOver = (person: Pick<Person, 'id' | 'role'>, holder: string): boolean =>
  person.id === holder || hasRole(person, ['chief'])

/** Why text is not kept while another window holds the article’s edit lock; `name` is whoever works there. */
export const lockRefusal = (name: string): string => `${name} is editing it at another window.`
