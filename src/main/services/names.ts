import type { Summary } from '../../shared/article/article'
import { summaryFrom, type IndexEntry } from '../../shared/article/index-entry'
import type { OpenLibrary } from './ports'

export { printedNames } from '../../shared/article/author'

/** What ids stand for in a library now. */
export interface NameBook {
  category(id: string): string
  author(id: string): string
  person(id: string): string
  summary(entry: IndexEntry): Summary
}

/** The names of everything a library holds, looked up once. */
export function nameBook({
  settings,
  authors,
  people,
  schedules,
}: Pick<OpenLibrary, 'settings' | 'authors' | 'people' | 'schedules'>): NameBook {
  const look = (list: readonly { id: string; name: string }[]): ((id: string) => string) => {
    const names = new Map(list.map(({ id, name }) => [id, name]))
    return (id) => names.get(id) ?? ''
  }
  const category = look(settings.read().site.categories)
  const author = look(authors.read())
  const personAlone = look(people.read())
  /** What a schedule does, it does in the name of whoever signed it. */
  const person = (id: string): string => {
    const schedule = schedules.read().find((one) => one.id === id)
    return schedule ? `${personAlone(schedule.by)}’s schedule` : personAlone(id)
  }
  return { category, author, person, summary: (entry) => summaryFrom(entry, { category, author }) }
}
