import { describe, expect, it } from 'vitest'
import { droppedFiles } from './dropped-files'

type FakeEntry = Pick<FileSystemEntry, 'name' | 'isFile' | 'isDirectory'>

const file = (name: string, text = name): FakeEntry =>
  Object.assign(
    { name, isFile: true, isDirectory: false },
    { file: (give: (file: File) => void) => give(new File([text], name)) },
  )
const unreadable = (name: string): FakeEntry =>
  Object.assign(
    { name, isFile: true, isDirectory: false },
    { file: (_: unknown, fail: (reason: Error) => void) => fail(new Error('gone')) },
  )
/** A folder that tells its entries two at a time, as browsers do with a hundred. */
const folder = (name: string, ...inside: FakeEntry[]): FakeEntry =>
  Object.assign(
    { name, isFile: false, isDirectory: true },
    {
      createReader: () => {
        const left = [...inside]
        return { readEntries: (give: (some: FakeEntry[]) => void) => give(left.splice(0, 2)) }
      },
    },
  )
const dropped = (...entries: FakeEntry[]): DataTransfer =>
  ({ items: entries.map((entry) => ({ webkitGetAsEntry: () => entry })) }) as unknown as DataTransfer

describe('what is dropped', () => {
  it('is every file, those of folders with the names of their folders', async () => {
    const files = await droppedFiles(
      dropped(
        file('one.md'),
        folder('Spring', file('c.md'), file('.hidden'), file('b.md'), folder('pictures', file('quay.png'))),
        folder('.git', file('config')),
      ),
    )
    expect(files.map(({ path }) => path)).toEqual([
      'one.md',
      'Spring/b.md',
      'Spring/c.md',
      'Spring/pictures/quay.png',
    ])
    expect(atob((await files[1]?.read()) ?? '')).toBe('b.md')
  })

  it('says of a file that it cannot be read only when it is asked for', async () => {
    const [gone] = await droppedFiles(dropped(unreadable('gone.md')))
    await expect(gone?.read()).rejects.toThrow('gone')
  })
})
