import { expect, it } from 'vitest'
import { libraryArgument } from './library-argument'

it('finds the library on the command line', () => {
  expect(libraryArgument(['electron', '/code', '/lib'], false)).toBe('/lib')
  expect(libraryArgument(['electron', '/code', '--inspect', '/lib'], false)).toBe('/lib')
  expect(libraryArgument(['galley', '/lib'], true)).toBe('/lib')
  expect(libraryArgument(['electron', '/code'], false)).toBeNull()
})
