import type { Delivered } from '../services/media'
import { readStatic } from './static-files'
import { commonHeaders, filePolicy, previewPolicy, windowPolicy } from './security-headers'

/** What a host can show by address: the window's own files, stored pictures and the site's pages. */
export interface Deliverer {
  /** Folder of the built window. */
  renderer: string
  /** A stored picture: the original, or its nearest kept width. */
  picture(hash: string, width: number | null): Promise<Delivered | null>
  /**
   * What the published site has at a path.
   * @param article the id of an article whose page is wanted wherever it is placed
   */
  sitePage(path: string, article: string | null): Promise<Delivered | null>
}

/** An answer to a GET, for any host to send. */
export interface Delivery {
  status: number
  headers: Record<string, string>
  bytes: Uint8Array<ArrayBuffer>
}

/** Finds what stands at an address of ours: `/media/…`, `/site/…` or a file of the window. */
export async function deliver(deliverer: Deliverer, { pathname, searchParams }: URL): Promise<Delivery> {
  if (pathname.startsWith('/media/')) return deliverPicture(deliverer, pathname)
  if (pathname.startsWith('/site/')) return deliverPage(deliverer, pathname, searchParams.get('article'))
  return deliverWindowFile(deliverer, pathname)
}

async function deliverPicture(deliverer: Deliverer, pathname: string): Promise<Delivery> {
  const [, hash, width] = /^\/media\/([0-9a-f]{64})(?:-(\d{1,5}))?$/.exec(pathname) ?? []
  const picture = hash ? await deliverer.picture(hash, width ? Number(width) : null) : null
  if (!picture) return nothing('There is no such picture in this library.')
  // Named by the hash of its bytes: it can never change. Private: it may be unpublished.
  return found(picture, filePolicy, 'private, max-age=86400, immutable')
}

async function deliverPage(
  deliverer: Deliverer,
  pathname: string,
  article: string | null,
): Promise<Delivery> {
  const path = pathname.slice('/site/'.length)
  const named = path.split('/').every((name) => /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/.test(name))
  const page = named ? await deliverer.sitePage(path, article) : null
  if (!page) return nothing('The site has no such page.')
  return found(page, page.type.startsWith('text/html') ? previewPolicy : filePolicy)
}

async function deliverWindowFile({ renderer }: Deliverer, pathname: string): Promise<Delivery> {
  const path = pathname === '/' ? 'index.html' : pathname.slice(1)
  const file = await readStatic(renderer, path)
  if (!file && path === 'index.html') return nothing('The window is not built. Run `npm run build`.')
  if (!file) return nothing('There is nothing here.')
  // A build names its assets by their content.
  return found(
    file,
    windowPolicy,
    path.startsWith('assets/') ? 'private, max-age=31536000, immutable' : undefined,
  )
}

function found({ type, bytes }: Delivered, policy: string, cache?: string): Delivery {
  const headers: Record<string, string> = {
    ...commonHeaders,
    'Content-Type': type,
    'Content-Security-Policy': policy,
  }
  if (cache !== undefined) headers['Cache-Control'] = cache
  return { status: 200, headers, bytes: new Uint8Array(bytes) }
}

const nothing = (reason: string): Delivery => ({
  status: 404,
  headers: { ...commonHeaders, 'Content-Type': 'application/json; charset=utf-8' },
  bytes: new TextEncoder().encode(JSON.stringify({ refused: reason })),
})
