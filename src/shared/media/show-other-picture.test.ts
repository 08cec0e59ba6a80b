import { expect, it } from 'vitest'
import { emptyContent, type Content } from '../article/content'
import { emptyDescription } from './picture-details'
import { showOtherPicture, showsPicture } from './show-other-picture'

const [old, other, third] = ['a', 'b', 'c'].map((letter) => letter.repeat(64)) as [string, string, string]
const figure = (media: string) => ({
  type: 'figure' as const,
  attrs: {
    media,
    alt: 'Alt',
    decorative: false,
    caption: 'Caption',
    credit: 'Credit',
    width: 'text' as const,
  },
})
const content: Content = {
  ...emptyContent('en'),
  thumbnail: {
    ...figure(old).attrs,
    licence: 'CC',
    expires: '2026-01-01',
    focal: { x: 0.1, y: 0.1 },
  } as never,
  body: {
    type: 'doc',
    content: [
      figure(old),
      { type: 'gallery', content: [figure(third), figure(old)] },
      { type: 'factBox', attrs: { title: 'Facts' }, content: [figure(old)] },
    ],
  },
}
const description = {
  ...emptyDescription(),
  alt: 'New',
  creator: 'Ann',
  licence: 'Own',
  focal: { x: 0.9, y: 0.9 },
}

it('shows another picture everywhere and keeps the words', () => {
  const changed = showOtherPicture(content, old, { hash: other, description }, 'keep')
  expect(showsPicture(changed, old)).toBe(false)
  expect(changed.thumbnail).toMatchObject({ media: other, alt: 'Alt', licence: 'Own', expires: null })
  expect(changed.thumbnail?.focal).toEqual({ x: 0.9, y: 0.9 })
  expect(changed.body.content[1]).toEqual({ type: 'gallery', content: [figure(third), figure(other)] })
  expect(changed.body.content[2]).toMatchObject({ content: [figure(other)] })
  expect(showsPicture(content, old)).toBe(true)
})

it('takes the other picture’s words where asked', () => {
  const changed = showOtherPicture(content, old, { hash: other, description }, 'take')
  expect(changed.body.content[0]).toMatchObject({
    attrs: { alt: 'New', caption: '', credit: 'Ann', width: 'text' },
  })
})
