import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const linuxNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'brave-browser',
]
const macNames = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser']
const windowsNames = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
]

type Environment = Readonly<Record<string, string | undefined>>

/** The machine that a browser would run on. */
interface Machine {
  env: Environment
  platform: NodeJS.Platform
  isRoot: boolean
}

const thisMachine = (): Machine => ({
  env: process.env,
  platform: process.platform,
  isRoot: process.getuid?.() === 0,
})

/**
 * A browser that can show the desk as a window of its own: one made from Chromium. `GALLEY_BROWSER` may name it.
 * @returns its program's path, or null where there is none or it could show no window
 */
export function findBrowser(
  { env, platform, isRoot }: Machine = thisMachine(),
  isThere: (path: string) => boolean = isProgram,
): string | null {
  // Chromium's sandbox, which Galley never switches off, refuses root.
  if (isRoot) return null
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) return null
  return candidates(env, platform).find(isThere) ?? null
}

function candidates(env: Environment, platform: NodeJS.Platform): string[] {
  if (env.GALLEY_BROWSER) return [env.GALLEY_BROWSER]
  if (platform === 'darwin') return macNames.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
  if (platform === 'win32')
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => windowsNames.map((names) => join(folder, ...names)))
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean)
  return linuxNames.flatMap((name) => folders.map((folder) => join(folder, name)))
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
