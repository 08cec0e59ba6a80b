import { expect, it } from 'vitest'
import { readClipping } from '../../../../../shared/html/read-clipping'
import { withStored } from './stored-pictures'

const picture = (data: string, caption: string): string =>
  `<figure><img alt="" src="data:image/png;base64,${data}"><figcaption>${caption}</figcaption></figure>`

it('puts stored pictures in place of their stand-ins, in galleries too; what was refused leaves its caption', () => {
  const html = `<div class="gallery">${picture('AAAA', 'The quay')}${picture('BBBB', 'The ferry')}</div>${picture('BBBB', 'Again')}`
  const read = readClipping(html)
  if (!read.ok) throw new Error(read.error)
  const [quay, ferry] = read.value.pictures.map(({ standIn }) => standIn)
  const hash = 'a'.repeat(64)

  const blocks = withStored(read.value.blocks, new Map([[String(quay), hash]]))
  expect(blocks).toMatchObject([
    { type: 'gallery', content: [{ type: 'figure', attrs: { media: hash, caption: 'The quay' } }] },
    { type: 'paragraph', content: [{ text: 'The ferry' }] },
    { type: 'paragraph', content: [{ text: 'Again' }] },
  ])
  expect(JSON.stringify(blocks)).not.toContain(ferry)
  expect(withStored(read.value.blocks, new Map())).toMatchObject([
    { type: 'paragraph' },
    { type: 'paragraph' },
    { type: 'paragraph' },
  ])
})
