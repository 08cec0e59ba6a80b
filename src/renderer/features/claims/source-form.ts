import { sourceFault } from '../../../shared/review/claims'
import type { Source } from '../../../shared/review/remarks'

/** A source as it is typed: the fields of every kind, so that changing the kind loses nothing. */
export interface TypedSource {
  kind: Source['kind']
  address: string
  title: string
  file: Extract<Source, { kind: 'file' }> | null
  name: string
  date: string
}

/** What a form starts with. @param today YYYY-MM-DD */
export function typedSource(source: Source | null, today: string): TypedSource {
  const blank: TypedSource = { kind: 'link', address: '', title: '', file: null, name: '', date: today }
  switch (source?.kind) {
    case 'link':
      return { ...blank, address: source.address, title: source.title }
    case 'file':
      return { ...blank, kind: 'file', file: source }
    case 'on-record':
      return { ...blank, kind: 'on-record', name: source.name, date: source.date }
    case undefined:
      return blank
  }
}

/** The source that was typed, or in words what is still needed. */
export function readSource(typed: TypedSource): { source: Source } | { missing: string } {
  switch (typed.kind) {
    case 'link': {
      const address = typed.address.trim()
      if (address === '') return { missing: 'Say where it can be read.' }
      const source: Source = { kind: 'link', address, title: typed.title.trim() }
      return sourceFault(source) === null ? { source } : { missing: 'An address begins with https://' }
    }
    case 'file':
      return typed.file ? { source: typed.file } : { missing: 'Choose the file first.' }
    case 'on-record': {
      const name = typed.name.trim()
      if (name === '') return { missing: 'Say who said it.' }
      if (!/^\d{4}-\d{2}-\d{2}$/.test(typed.date)) return { missing: 'Say on which day.' }
      return { source: { kind: 'on-record', name, date: typed.date } }
    }
  }
}
