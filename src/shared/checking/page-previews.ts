/**
 * How much of a page’s title and description others show. None of them publish it: these are what their pages are
 * seen to show, and they change.
 */

export type Device = 'desktop' | 'phone'

/** Room for a line, or a few lines, in CSS pixels of the typeface at that size. */
interface Room {
  pixels: number
  fontSize: number
}

/** A result of a web search, in Arial. */
export const searchResult: Record<Device, { title: Room; description: Room }> = {
  desktop: { title: { pixels: 580, fontSize: 20 }, description: { pixels: 920, fontSize: 14 } },
  phone: { title: { pixels: 650, fontSize: 18 }, description: { pixels: 680, fontSize: 14 } },
}

export type Network = 'facebook' | 'x' | 'linkedin'

/** A link’s card with its large picture; 0 characters where a network shows no description. */
export const linkCards: Record<
  Network,
  { name: string; characters: Record<Device, { title: number; description: number }> }
> = {
  facebook: {
    name: 'Facebook',
    characters: { desktop: { title: 88, description: 110 }, phone: { title: 70, description: 0 } },
  },
  x: {
    name: 'X',
    characters: { desktop: { title: 70, description: 0 }, phone: { title: 50, description: 0 } },
  },
  linkedin: {
    name: 'LinkedIn',
    characters: { desktop: { title: 119, description: 0 }, phone: { title: 100, description: 0 } },
  },
}

/** The shape that all of them cut a picture to: width over height. */
export const cardShape = 1.91

/** An address as search results show it: the host, then each folder: `example.org › news › flood`. */
export function breadcrumb(address: string): string {
  const [host = '', ...folders] = address.replace(/^https?:\/\//i, '').split('/')
  const named = folders.filter((folder) => folder !== '' && folder !== 'index.html')
  return [host, ...named.map(readable)].join(' › ')
}

const readable = (folder: string): string => {
  try {
    return decodeURIComponent(folder)
  } catch {
    return folder
  }
}
