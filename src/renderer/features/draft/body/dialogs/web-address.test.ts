import { describe, expect, it } from 'vitest'
import { addressIn, cardRefusal, completedAddress, linkRefusal, wordsOfArticle } from './web-address'

describe('an address as it is typed', () => {
  it('is completed as it was meant', () => {
    expect(completedAddress(' example.org/a?b ')).toBe('https://example.org/a?b')
    expect(completedAddress('http://example.org')).toBe('http://example.org')
    expect(completedAddress('desk@example.org')).toBe('mailto:desk@example.org')
    expect(completedAddress('+44 1234 567')).toBe('tel:+441234567')
    expect(completedAddress('/news/')).toBe('/news/')
  })

  it('is refused in words where no page may link to it', () => {
    for (const fine of ['https://example.org', 'mailto:a@example.org', 'tel:+44123456', '/news/', '#note'])
      expect(linkRefusal(fine)).toBe('')
    expect(linkRefusal('')).toContain('Type an address')
    expect(linkRefusal('two words')).toContain('no spaces')
    expect(linkRefusal('javascript:alert(1)')).toContain('cannot link to javascript: addresses')
    expect(linkRefusal('https://')).toContain('not finished')
    expect(cardRefusal('mailto:a@example.org')).toContain('begins with https://')
    expect(cardRefusal('https://example.org')).toBe('')
  })

  it('is found in a text that is nothing else', () => {
    expect(addressIn(' https://example.org/a ')).toBe('https://example.org/a')
    expect(addressIn('example.org')).toBe('https://example.org')
    expect(addressIn('desk@example.org')).toBe('mailto:desk@example.org')
    for (const words of ['', 'see example.org', '1.5', 'javascript:alert(1)', 'Harbour'])
      expect(addressIn(words)).toBeNull()
  })

  it('is told from words of a headline', () => {
    for (const words of ['harbour', ' two words ', 'Tide rises; town moves'])
      expect(wordsOfArticle(words)).toBe(words.trim())
    for (const address of [
      '',
      'https:',
      'ftp://x',
      '/news/',
      '#note',
      'example.org',
      'desk@example.org',
      'tel:1',
    ])
      expect(wordsOfArticle(address)).toBeNull()
  })
})
