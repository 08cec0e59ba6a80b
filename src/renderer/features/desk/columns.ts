import type { SortKey } from './desk-filters'

interface Column {
  key: SortKey | 'authors'
  title: string
}

/** The table's columns in order. The desk sorts by all but the authors. */
export const columns: readonly Column[] = [
  { key: 'state', title: 'State' },
  { key: 'headline', title: 'Headline' },
  { key: 'category', title: 'Category' },
  { key: 'authors', title: 'Authors' },
  { key: 'words', title: 'Words' },
  { key: 'updated', title: 'Updated' },
]

export const isSortable = (key: Column['key']): key is SortKey => key !== 'authors'
