import { authorPath } from '../site/paths'
import { authorsOf, renderAvatar } from './byline'
import type { PageContext } from './context'
import { linked, markup, type Html, type Part } from './html'
import type { PageArticle, PageAuthor } from './page-model'
import { printedAddress } from './printed-address'

/** What is known of an author besides the name, with the picture; null where that is nothing. */
export function renderProfile(author: PageAuthor, context: PageContext): Html | null {
  const { avatar, biography, links } = author
  if (!avatar && biography.trim() === '' && links.length === 0) return null
  return markup`<div class="about profile">${renderAvatar(author, context, 'beside')}<div>${renderTold(author)}</div></div>`
}

/** Who wrote an article, below it: those who have a biography or links. */
export function renderAuthorBox(article: PageArticle, context: PageContext): Html | null {
  const told = authorsOf(article, context).filter(
    ({ biography, links }) => biography.trim() !== '' || links.length > 0,
  )
  if (told.length === 0) return null
  const title = context.words.aboutAuthors(told.length)
  const people = told.map((author) => renderAuthor(author, context))
  return markup`<section class="authors" aria-labelledby="about"><h2 id="about">${title}</h2>${people}</section>`
}

function renderAuthor(author: PageAuthor, context: PageContext): Html {
  const name = linked(author.name, context.linkTo(authorPath(author)))
  return markup`<div class="about">${renderAvatar(author, context, 'beside')}<div><p class="author"><bdi>${name}</bdi></p>${renderTold(author)}</div></div>`
}

const renderTold = (author: PageAuthor): Part[] => [
  author.biography.trim() !== '' && markup`<p>${author.biography}</p>`,
  renderAuthorLinks(author),
]

/** An author's places on the web, named by their addresses; null for none. */
function renderAuthorLinks({ links }: PageAuthor): Html | null {
  if (links.length === 0) return null
  const items = links.map(
    (link) =>
      markup`<li><a href="${printedAddress(link) ?? link}" rel="me noopener"><bdi>${addressInShort(link)}</bdi></a></li>`,
  )
  return markup`<ul class="author-links">${items}</ul>`
}

/** `https://www.example.org/who/` as `example.org/who`. */
const addressInShort = (address: string): string =>
  address.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/+$/, '')
