import { canonicalJson } from '../kernel/canonical-json'
import type { Rules, Settings, SiteSettings } from './settings'

/** What people call each setting. */
const settingNames: Record<keyof SiteSettings | keyof Rules, string> = {
  name: 'Site name',
  url: 'Address',
  language: 'Language',
  timeZone: 'Time zone',
  description: 'Description',
  footer: 'Footer',
  categories: 'Categories',
  branding: 'Look',
  headerLinks: 'Header links',
  footerLinks: 'Footer links',
  front: 'Front page',
  readingRate: 'Reading rate',
  approverMayNotHaveEdited: 'Two pairs of eyes',
  editorsMaySkipPassphrase: 'Editors may sign in without a passphrase',
  blockedWords: 'Blocked words',
  twoApprovals: 'Two approvals',
  lockAfterMinutes: 'Lock after minutes',
}

const pages = /\.html$/
/** Files that show a setting, by its name; those of rules are shown nowhere, and all others may be everywhere. */
const shownIn: Record<string, RegExp> = {
  [settingNames.description]: /^index\.html$|(feed|atom)\.(xml|json)$/,
  [settingNames.footer]: pages,
  [settingNames.headerLinks]: pages,
  [settingNames.footerLinks]: pages,
  [settingNames.branding]: /\.html$|^assets\/|^media\//,
  [settingNames.front]: /^index\.html$/,
}
const shownNowhere = new Set<string>([
  settingNames.approverMayNotHaveEdited,
  settingNames.editorsMaySkipPassphrase,
  settingNames.blockedWords,
  settingNames.twoApprovals,
  settingNames.lockAfterMinutes,
  'Article types',
])

/** Whether a file of the site, by its path, may show a setting, by its name from `changedSettings`. */
export const mayShowSetting = (name: string, path: string): boolean =>
  !shownNowhere.has(name) && (shownIn[name]?.test(path) ?? true)

/** The names of the settings in which two sets differ, in the order of the settings. */
export function changedSettings(before: Settings, after: Settings): string[] {
  const flat = ({ site, rules }: Settings): Record<string, unknown> => ({ ...site, ...rules })
  const [was, is] = [flat(before), flat(after)]
  const names = Object.entries(settingNames).filter(([key]) => differ(was[key], is[key]))
  const types = differ(before.articleTypes, after.articleTypes) ? ['Article types'] : []
  return [...names.map(([, name]) => name), ...types]
}

const differ = (one: unknown, other: unknown): boolean =>
  canonicalJson(one ?? null) !== canonicalJson(other ?? null)
