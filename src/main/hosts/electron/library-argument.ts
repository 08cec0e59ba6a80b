/**
 * The library named on Electron's command line, or null. From a checkout the first argument is the program's folder.
 * Chromium's own switches may stand among them.
 */
export function libraryArgument(argv: readonly string[], isPackaged: boolean): string | null {
  return argv.slice(isPackaged ? 1 : 2).find((argument) => !argument.startsWith('-')) ?? null
}
