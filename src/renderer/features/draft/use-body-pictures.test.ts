import { Editor } from '@tiptap/core'
import { expect, it, vi } from 'vitest'
import { ok } from '../../../shared/kernel/result'
import { createFakeGalley, fakeAdded } from '../../testing/fake-galley'
import { bodyExtensions } from './body/extensions'
import { useBodyPictures } from './use-body-pictures'

const file = (name: string): File => new File([name], name, { type: 'image/png' })

it('puts pictures where they were dropped, in their order, although the text moved meanwhile', async () => {
  const stored: (() => void)[] = []
  const galley = createFakeGalley({
    'media.add': ({ name }) =>
      new Promise((resolve) => {
        stored.push(() => resolve(ok(fakeAdded(name[0] ?? ''))))
      }),
  })
  const editor = new Editor({ extensions: bodyExtensions, content: '<p>First</p><p>Last</p>' })
  const pictures = useBodyPictures(galley)
  pictures.insertInto(editor)
  pictures.add([file('a.png'), file('b.png')], 7)
  await vi.waitFor(() => expect(stored).toHaveLength(2))
  editor.commands.insertContentAt(1, 'Now typed. ')
  stored.forEach((done) => done())
  await vi.waitFor(() => expect(editor.getJSON().content).toHaveLength(4))
  expect(editor.getText({ blockSeparator: '|' })).toContain('Now typed. First|')
  expect(editor.getJSON().content?.map(({ type, attrs }) => String(attrs?.['media'] ?? type)[0])).toEqual([
    'p',
    'a',
    'b',
    'p',
  ])
  editor.destroy()
})

it('gives a picture the words that the library has for it', async () => {
  const added = fakeAdded('c')
  const description = { ...added.details.description, caption: 'Low tide', credit: 'N. Ashby' }
  const galley = createFakeGalley({
    'media.add': async () => ok({ ...added, details: { ...added.details, description } }),
  })
  const editor = new Editor({ extensions: bodyExtensions, content: '<p>First</p>' })
  const pictures = useBodyPictures(galley)
  pictures.insertInto(editor)
  pictures.add([file('c.png')], 7)
  await vi.waitFor(() => expect(editor.getJSON().content).toHaveLength(2))
  expect(editor.getJSON().content?.[1]?.attrs).toMatchObject({ caption: 'Low tide', credit: 'N. Ashby' })
  editor.destroy()
})
