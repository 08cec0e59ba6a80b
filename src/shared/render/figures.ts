import { isWebAddress } from '../article/address'
import type { Block } from '../article/body'
import type { PageContext } from './context'
import { attributes, markup, type Html } from './html'
import { renderCaption, renderPicture } from './picture'
import { printedAddress } from './printed-address'

type BlockOf<T extends Block['type']> = Extract<Block, { type: T }>

const sizes = {
  text: '(min-width: 44rem) 41rem, 100vw',
  wide: '(min-width: 66rem) 62rem, 100vw',
  half: '(min-width: 44rem) 20rem, 100vw',
  gallery: '(min-width: 44rem) 20rem, 50vw',
}

/** A figure of the body. A picture that is not known leaves its caption, and without one nothing is seen. */
export function renderFigure(
  { attrs }: BlockOf<'figure'>,
  context: PageContext,
  manner: keyof typeof sizes = attrs.width,
): Html {
  const picture = renderPicture(context, attrs, {
    sizes: sizes[manner],
    usual: manner === 'half' ? 480 : 960,
  })
  const caption = renderCaption(attrs.caption, attrs.credit)
  const seen = {
    class: manner === 'gallery' ? 'figure' : `figure ${manner}`,
    hidden: picture === null && caption === null,
  }
  return markup`<figure${attributes(seen)}>${picture}${caption}</figure>`
}

export const renderGallery = (block: BlockOf<'gallery'>, context: PageContext): Html =>
  markup`<div class="gallery" role="group" aria-label="${context.words.pictures}">${block.content.map(
    (figure) => renderFigure(figure, context, 'gallery'),
  )}</div>`

/** A named link to a page elsewhere; nothing is fetched from there. */
export function renderEmbedCard({ attrs: { url, title } }: BlockOf<'embedCard'>): Html {
  const address = isWebAddress(url) ? printedAddress(url) : null
  if (address === null) return markup`<p class="card"${attributes({ hidden: title === '' })}>${title}</p>`
  const link = markup`<a href="${address}" rel="noopener">${title || url}</a>`
  return markup`<p class="card">${link} <span class="host">${hostOf(url)}</span></p>`
}

/** The host as it is written, which spares every host's own reading of it. */
const hostOf = (url: string): string => /^https?:\/\/(?:[^/?#]*@)?([^/?#:]*)/i.exec(url)?.[1] ?? ''

/** A link to another article of the site; one that is not on the site is not seen. */
export function renderRelated({ attrs }: BlockOf<'relatedArticle'>, context: PageContext): Html {
  const related = context.surroundings.related[attrs.article]
  if (!related) return markup`<p class="related" hidden></p>`
  const address = context.linkTo(related.path)
  const headline = address === null ? related.headline : markup`<a href="${address}">${related.headline}</a>`
  return markup`<p class="related"><span class="label">${context.words.related}</span>${headline}</p>`
}
