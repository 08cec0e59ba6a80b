const longest = 120

/** A file’s name without anything that a folder, a shell or a file manager could take for more than a name. */
export function plainFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .slice(-longest)
  return plain === '' ? 'file' : plain
}
