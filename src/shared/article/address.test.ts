import { describe, expect, it } from 'vitest'
import { articleAddress, isSafeAddress, isWebAddress, linkedArticle } from './address'

describe('addresses a page may link to', () => {
  it.each([
    'https://example.org/a?b#c',
    'HTTP://example.org',
    'mailto:a@example.org',
    'tel:+4420',
    '/news/',
    '../a',
    '#note',
    '?page=2',
    'a/b:c',
    'article:01ARZ3NDEKTSV4RRFFQ69G5FB1',
  ])('takes %s', (address) => expect(isSafeAddress(address)).toBe(true))
  it.each([
    '',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    ' javascript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://example.org/1',
    '//example.org/',
    '\\\\example.org',
    'https:\\\\example.org',
    'app://galley/',
    'article:elsewhere',
    'article://01ARZ3NDEKTSV4RRFFQ69G5FB1',
    'javascript&colon;alert(1)',
  ])('refuses %j', (address) => {
    // A character reference is plain text in an attribute's value; written out it stays a harmless relative path.
    expect(isSafeAddress(address)).toBe(address === 'javascript&colon;alert(1)')
  })
  it('knows an article of the library', () => {
    const id = '01ARZ3NDEKTSV4RRFFQ69G5FB1'
    expect(linkedArticle(articleAddress(id))).toBe(id)
    for (const other of ['/news/', 'article:', `https://example.org/${id}`])
      expect(linkedArticle(other)).toBeNull()
  })
  it('knows a web address', () => {
    expect(isWebAddress('https://example.org')).toBe(true)
    expect(isWebAddress('mailto:a@example.org')).toBe(false)
    expect(isWebAddress('/relative')).toBe(false)
    expect(isWebAddress('https://')).toBe(false)
  })
})
