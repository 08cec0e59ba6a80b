import { describe, expect, it } from 'vitest'
import { isOwnAddress, isTrustedSender } from './trusted-sender'

const windows = new Map([[7, 'ours']])
const sender = { frameUrl: 'app://galley/index.html#/desk', isTopFrame: true, webContentsId: 7 }

describe('who may speak to the desk', () => {
  it('is our own page in the top frame of our own window', () => {
    expect(isTrustedSender(sender, windows)).toBe(true)
  })
  it.each([
    ['a frame inside the page', { ...sender, isTopFrame: false }],
    ['a window we did not open', { ...sender, webContentsId: 8 }],
    ['a web page', { ...sender, frameUrl: 'https://galley/index.html' }],
    ['another host of the scheme', { ...sender, frameUrl: 'app://other/index.html' }],
    ['a frame that is gone', { ...sender, frameUrl: '' }],
    ['a blank page', { ...sender, frameUrl: 'about:blank' }],
  ])('is not %s', (_, other) => expect(isTrustedSender(other, windows)).toBe(false))

  it('tells our addresses from lookalikes', () => {
    expect(isOwnAddress('app://galley/site/news/x/index.html')).toBe(true)
    expect(isOwnAddress('app://galley.example.org/')).toBe(false)
    expect(isOwnAddress('file:///app://galley/')).toBe(false)
  })
})
