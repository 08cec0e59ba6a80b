import fc from 'fast-check'
import { expect, it } from 'vitest'
import { plainFileName } from './plain-file-name'

it.each([
  ['report.pdf', 'report.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\a\\note.txt', 'note.txt'],
  // Turned around by a mark that nobody sees, it would read “invoice exe.pdf”.
  ['invoice \u202efdp.exe', 'invoice fdp.exe'],
  ['..', 'file'],
  ['', 'file'],
])('makes a plain name of %j', (name, plain) => expect(plainFileName(name)).toBe(plain))

it('is one name, whatever it is given', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const plain = plainFileName(name)
      expect(plain).toMatch(/^[^/\\.\s][^/\\]*$/)
      expect(plain.length).toBeLessThanOrEqual(120)
    }),
  )
})
