import { defaultBranding } from '../../shared/site/branding'
import { defaultSettings, type Settings } from '../../shared/site/settings'
import type { Role } from '../../shared/workflow/people'

/** Who works at the sample's newspaper, and what it is. All of it is invented. */

export const samplePassphrase = 'galley sample'

/** The settings of the sample’s site. */
export function sampleSettings(): Settings {
  const settings = defaultSettings('The Harbour Gazette')
  return {
    ...settings,
    site: {
      ...settings.site,
      timeZone: 'Europe/London',
      description: 'News from Saltmere and the coast around it.',
      footer: 'The Harbour Gazette is an invented newspaper. Any likeness to a real harbour is an accident.',
      branding: { ...defaultBranding, accentLight: '#0d6660', accentDark: '#6cc9bf' },
    },
  }
}

export type PersonName = keyof typeof people

/** The first is the library's admin. `null`: an editor who signs in without a passphrase. */
export const people = {
  imogen: { name: 'Imogen Hale', role: 'admin', passphrase: samplePassphrase },
  rhys: { name: 'Rhys Calloway', role: 'chief', passphrase: samplePassphrase },
  priya: { name: 'Priya Nandakumar', role: 'production', passphrase: samplePassphrase },
  tomasz: { name: 'Tomasz Wilk', role: 'editor', passphrase: samplePassphrase },
  nell: { name: 'Nell Ashby', role: 'editor', passphrase: null },
} satisfies Record<string, { name: string; role: Role; passphrase: string | null }>

interface Byline {
  name: string
  biography: string
  avatar: string | null
  links?: string[]
  /** The person it belongs to. */
  person: PersonName | null
}

export const bylines: readonly Byline[] = [
  {
    name: 'Nell Ashby',
    biography: 'Nell Ashby writes about the harbour and the people who live from it.',
    avatar: 'avatar-nell',
    links: ['https://social.example/@nell-ashby', 'https://www.tidebook.example/nell'],
    person: 'nell',
  },
  {
    name: 'Tomasz Wilk',
    biography: 'Tomasz Wilk covers transport, sport and whatever washes up on the north sands.',
    avatar: 'avatar-tomasz',
    person: 'tomasz',
  },
  {
    name: 'ليلى حداد',
    biography: 'تكتب ليلى حداد عن الطعام والسفر، وتدير مقهى الميناء.',
    avatar: 'avatar-layla',
    person: null,
  },
  {
    name: 'Jonas Weber',
    biography: 'Jonas Weber schreibt über Handwerk an der Küste.',
    avatar: null,
    person: null,
  },
]
