/** A file's size as people read it: `812 B`, `34 kB`, `2.4 MB` (decimal units, as file managers print them). */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
