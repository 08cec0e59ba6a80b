import fc from 'fast-check'
import { expect, it } from 'vitest'
import { breadcrumb } from './page-previews'

it('shows an address as host and folders', () => {
  expect(breadcrumb('https://example.org/news/flood/')).toBe('example.org › news › flood')
  expect(breadcrumb('https://example.org/news/%E6%B8%AF/index.html')).toBe('example.org › news › 港')
  expect(breadcrumb('https://example.org')).toBe('example.org')
})

it('shows any address', () => {
  fc.assert(fc.property(fc.oneof(fc.webUrl(), fc.string()), (address) => void breadcrumb(address)))
})
