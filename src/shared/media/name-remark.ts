const kinds: Record<string, { name: string; endings: readonly string[] }> = {
  'image/jpeg': { name: 'JPEG', endings: ['jpg', 'jpeg', 'jpe', 'jfif'] },
  'image/png': { name: 'PNG', endings: ['png'] },
  'image/webp': { name: 'WebP', endings: ['webp'] },
  'image/gif': { name: 'GIF', endings: ['gif'] },
  'image/avif': { name: 'AVIF', endings: ['avif'] },
}

/** A picture's kind as people call it: `JPEG`. */
export const kindName = (type: string): string => kinds[type]?.name ?? type

/** What to know of a picture whose name promises another kind of file than it is, or '' where it keeps its word. */
export function nameRemark(name: string, type: string): string {
  const ending = /\.([a-z0-9]{2,5})$/i.exec(name)?.[1]?.toLowerCase()
  const kind = kinds[type]
  if (ending === undefined || !kind || kind.endings.includes(ending)) return ''
  return `Its name ends in .${ending}, but it is a ${kind.name}; it is kept as that.`
}
