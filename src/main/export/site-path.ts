/** Where an export prepares its files; nothing of the site is called so. */
export const stagingName = '.galley-export'

const plainName = /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/
/** Windows keeps these for itself, in whatever letters and with whatever ending. */
const deviceName = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i
const longestPath = 400

/**
 * Whether a path may stand in an exported site: names that every system takes, none that leads upwards, is hidden or
 * ends in a dot.
 */
export const isSitePath = (path: string): boolean =>
  path.length <= longestPath && path.split('/').every(isName)

const isName = (name: string): boolean =>
  plainName.test(name) && !name.endsWith('.') && !deviceName.test(name)

/** The same for two paths that some disk would take for one: by case, or by the spelling of an accent. */
export const clashKey = (path: string): string => path.normalize('NFC').toLowerCase()
