import { afterEach, describe, expect, it, vi } from 'vitest'
import { openFile } from './open-file'
import { pickFiles } from './pick-files'
import { askForPath } from './save-as'

afterEach(() => document.body.replaceChildren())

const dialog = () => document.querySelector('dialog')
const field = () => document.querySelector<HTMLInputElement>('dialog input')

describe('asking for a path', () => {
  const wanted = { title: 'Export site', kind: 'folder' as const, suggested: '/home/ada/site' }

  it('shows the suggestion and gives what was chosen', async () => {
    const answer = askForPath(wanted)
    expect(dialog()?.getAttribute('aria-labelledby')).toBe(document.querySelector('h2')?.id)
    expect(document.querySelector('label')?.htmlFor).toBe(field()?.id)
    expect(field()?.value).toBe('/home/ada/site')
    if (field()) field()!.value = '  /home/ada/other '
    document.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }))
    expect(await answer).toBe('/home/ada/other')
    expect(dialog()).toBeNull()
  })

  it('gives nothing when it is cancelled, and asks again for an empty path', async () => {
    const answer = askForPath({ ...wanted, kind: 'file' })
    field()!.value = '   '
    document.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }))
    expect(dialog()).not.toBeNull()
    const cancel = [...document.querySelectorAll('button')].find((button) => button.textContent === 'Cancel')
    cancel?.click()
    expect(await answer).toBeNull()
  })
})

describe('picking files', () => {
  const wanted = { title: 'Import', kinds: ['md', '.txt', 'image/png'], several: true }
  const input = () => document.querySelector<HTMLInputElement>('input[type=file]')

  it('gives names and bytes in base64, and leaves nothing behind', async () => {
    const answer = pickFiles(wanted)
    expect(input()?.accept).toBe('.md,.txt,image/png')
    expect(input()?.multiple).toBe(true)
    const file = new File([new Uint8Array([0, 255, 16])], 'a.txt')
    Object.defineProperty(input(), 'files', { value: [file] })
    input()?.dispatchEvent(new Event('change'))
    expect(await answer).toEqual([{ name: 'a.txt', data: 'AP8Q' }])
    expect(input()).toBeNull()
  })

  it('gives nothing when the person changes their mind', async () => {
    const answer = pickFiles(wanted)
    input()?.dispatchEvent(new Event('cancel'))
    expect(await answer).toEqual([])
  })
})

it('opens a file as a download of its bytes, under its name, and never as a page', async () => {
  const links: { name: string; address: string }[] = []
  const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
    this: HTMLAnchorElement,
  ) {
    links.push({ name: this.download, address: this.href })
  })
  const blobs: Blob[] = []
  const made = vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    blobs.push(blob as Blob)
    return 'blob:one'
  })
  await openFile({ name: 'a.html', data: 'AP8Q' })
  expect(links).toEqual([{ name: 'a.html', address: 'blob:one' }])
  expect(blobs[0]?.type).toBe('application/octet-stream')
  expect(new Uint8Array((await blobs[0]?.arrayBuffer()) ?? [])).toEqual(new Uint8Array([0, 255, 16]))
  expect(document.querySelector('a')).toBeNull()
  clicked.mockRestore()
  made.mockRestore()
})
