import { describe, expect, it } from 'vitest'
import { printedAddress } from './printed-address'

describe('an address on a page', () => {
  it('is as it was written wherever it may be', () => {
    for (const address of [
      'https://example.org/a?b=1&c=2#d',
      'https://[::1]:8080/a',
      'https://bücher.example/straße?q=é',
      'mailto:desk@example.org?subject=a%20b',
      '../news/other/index.html',
      '#note-1',
    ])
      expect(printedAddress(address)).toBe(address)
  })

  it('has encoded what no address may hold', () => {
    expect(printedAddress('http://example.org/"\'<>[x]?a={b|c}')).toBe(
      "http://example.org/%22'%3C%3E%5Bx%5D?a=%7Bb%7Cc%7D",
    )
    expect(printedAddress('/100%/a%zz#one#two')).toBe('/100%25/a%25zz#one%23two')
    expect(printedAddress('/a\ud800\uffff')).toBe('/a%EF%BF%BD%EF%BF%BF')
  })

  it('is none where it names no host', () => {
    for (const address of ['http://', 'https:///path', 'http://exa%mple/', 'https://a:b:c/'])
      expect(printedAddress(address)).toBeNull()
  })
})
