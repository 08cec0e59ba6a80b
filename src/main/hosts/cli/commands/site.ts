import { checkCss } from '../../../../shared/looks/check-css'
import type { Settings } from '../../../../shared/site/settings'
import { ok } from '../../../../shared/kernel/result'
import type { Newsroom } from '../newsroom'
import { failed, type Done } from '../outcome'
import type { Pair } from '../pairs'
import { addPictureFrom } from '../read-file'
import { flatSettings, readSettings, type SiteKey } from '../site-fields'

/** `galley site`: tells the settings, after changing those that pairs name. */
export async function site(newsroom: Newsroom, pairs: readonly Pair<SiteKey>[]): Promise<Done> {
  const now = await newsroom.ask('settings.get', {})
  if (!now.ok) return now
  if (pairs.length === 0) return ok(told(flatSettings(now.value)))
  if (!newsroom.person) return failed({ code: 'not-signed-in' })
  const change = await readSettings(now.value, pairs, addPictureFrom(newsroom))
  if (!change.ok) return change
  const changed = await newsroom.ask('settings.change', change.value)
  if (!changed.ok) return changed
  const { json, text } = told(flatSettings(changed.value))
  return ok({ json, text: [text, ...(change.value.site.branding ? remarks(changed.value) : [])].join('\n') })
}

/** What the newsroom's own style breaks for readers; it is kept all the same. */
const remarks = ({ site: { branding } }: Settings): string[] =>
  checkCss(branding).warnings.map(({ line, text }) => `Custom CSS, line ${line}: ${text}`)

const told = (settings: Record<SiteKey, unknown>): { json: unknown; text: string } => ({
  json: settings,
  text: Object.entries(settings)
    .map(([key, value]) => `${key}=${inWords(value)}`)
    .join('\n'),
})

function inWords(value: unknown): string {
  if (Array.isArray(value)) return value.map(nameOf).join(', ')
  return value === null ? 'none' : String(value)
}

/** A category by its name, a link by what it says and where it leads, anything else as it is. */
function nameOf(one: unknown): unknown {
  if (typeof one !== 'object' || one === null) return one
  if ('label' in one && 'address' in one) return `${String(one.label)}=${String(one.address)}`
  return 'name' in one ? one.name : one
}
