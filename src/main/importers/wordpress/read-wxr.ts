import { err, ok, type Result } from '../../../shared/kernel/result'
import type { ArticlesInFile, ReadArticle } from '../article-as-read'
import { readPost } from './read-post'
import { openExport, type WordPressExport } from './wordpress-export'

const kinds: Readonly<Record<string, [one: string, several: string]>> = {
  page: ['page', 'pages'],
  'post in the trash': ['post in the trash', 'posts in the trash'],
  nav_menu_item: ['menu item', 'menu items'],
  wp_block: ['reusable block', 'reusable blocks'],
  custom_css: ['style sheet', 'style sheets'],
}

/** The posts of a WordPress export (WXR 1.x); its pages and the rest are named and left out. */
export async function readWxr(text: string): Promise<Result<ArticlesInFile, string>> {
  const opened = await openExport(text)
  if (!opened.ok) return opened
  const { posts } = opened.value
  const left = leftOut(opened.value)
  if (posts.length === 0) return err(left === '' ? 'it holds no posts' : `it holds no posts, only ${left}`)
  const articles = posts.map(
    (post): ReadArticle =>
      (reading) =>
        readPost(post, opened.value, reading),
  )
  return ok({ articles, notes: left === '' ? [] : [`Left out: ${left}.`] })
}

const leftOut = ({ others }: WordPressExport): string =>
  [...others]
    .map(([kind, count]) => {
      const [one, several] = (Object.hasOwn(kinds, kind) && kinds[kind]) || [`“${kind}”`, `of “${kind}”`]
      return `${count} ${count === 1 ? one : several}`
    })
    .join(', ')
