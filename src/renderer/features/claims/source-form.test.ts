import { expect, it } from 'vitest'
import type { Source } from '../../../shared/review/remarks'
import { readSource, typedSource } from './source-form'

const sources: Source[] = [
  { kind: 'link', address: 'https://example.org/a', title: 'A' },
  { kind: 'file', name: 'a.pdf', hash: 'a'.repeat(64), bytes: 3 },
  { kind: 'on-record', name: 'Ann', date: '2026-02-28' },
]

it('gives every kind of source back as it was', () => {
  for (const source of sources) expect(readSource(typedSource(source, '2026-03-01'))).toEqual({ source })
})

it('says what is still needed', () => {
  const blank = typedSource(null, '2026-03-01')
  expect(readSource(blank)).toEqual({ missing: 'Say where it can be read.' })
  expect(readSource({ ...blank, address: 'javascript:alert(1)' })).toHaveProperty('missing')
  expect(readSource({ ...blank, kind: 'file' })).toHaveProperty('missing')
  expect(readSource({ ...blank, kind: 'on-record' })).toEqual({ missing: 'Say who said it.' })
  expect(readSource({ ...blank, kind: 'on-record', name: 'Ann', date: '' })).toHaveProperty('missing')
})
