import { z } from 'zod'
import { summarySchema } from '../article/article'
import { authorSchema } from '../article/author'
import { idSchema, momentSchema } from '../kernel/ids'
import { articleTypesSchema } from '../site/article-types'
import { rulesSchema, settingsSchema, siteSettingsSchema } from '../site/settings'
import { personSchema, personViewSchema, roleSchema } from '../workflow/people'
import { reading, writing, type Request } from './request'
import { lastExportSchema, libraryViewSchema, refusedSchema, sessionViewSchema } from './shapes'

const opening = [
  'missing-library',
  'not-a-library',
  'damaged-file',
  'newer-format',
  'disk-write-failed',
  'folder-not-empty',
] as const
/** Opening from a window, which may not take the library away from those who are at work in it. */
const switching = [...opening, 'library-in-use'] as const
const folderSchema = z.string().trim().min(1).max(4000)
const passphrase = z.string().min(1).max(1000)
/** The moment an export is made for, such as for an embargo; now, when left out. */
const asOfSchema = momentSchema.optional()
const nothing = z.strictObject({})
/** Printed as it is written, spaces and all. */
const bylineSchema = z
  .string()
  .min(1)
  .max(10_000)
  .refine((name) => name.trim() !== '', 'is empty')
const nameSchema = z.string().trim().min(1).max(10_000)

export const libraryRequests = {
  'session.state': { input: nothing, output: sessionViewSchema, errors: [] },
  'session.sign-in': {
    input: z.strictObject({ person: idSchema, passphrase: z.string().max(1000) }),
    output: personViewSchema,
    errors: ['no-library', 'not-found', 'wrong-passphrase', 'too-many-tries'],
  },
  /** Somebody is at this window, typing or pointing: it need not lock. */
  'session.active': { input: nothing, output: nothing, errors: ['no-library'] },
  'session.sign-out': { input: nothing, output: nothing, errors: [] },

  'library.open': {
    input: z.strictObject({ path: folderSchema }),
    output: libraryViewSchema,
    errors: switching,
  },
  'library.create': {
    input: z.strictObject({ path: folderSchema, name: nameSchema, person: nameSchema, passphrase }),
    output: libraryViewSchema,
    errors: switching,
  },
  /** Opens the sample library in its usual place, making it first where it does not exist. */
  'library.sample': { input: nothing, output: libraryViewSchema, errors: switching },

  'author.list': { input: nothing, output: z.array(authorSchema), errors: reading },
  'author.save': {
    /** A null id makes a new author. */
    input: authorSchema.omit({ slug: true }).extend({ id: idSchema.nullable(), name: bylineSchema }),
    output: authorSchema,
    errors: [...writing, 'not-found', 'not-allowed', 'invalid-input'],
  },

  'person.list': { input: nothing, output: z.array(personViewSchema), errors: reading },
  'person.add': {
    /** Editors may have no passphrase where the rules allow it. */
    input: z.strictObject({ name: nameSchema, role: roleSchema, passphrase: passphrase.nullable() }),
    output: personViewSchema,
    errors: [...writing, 'not-allowed', 'invalid-input'],
  },
  'person.change': {
    input: personSchema
      .pick({ id: true, role: true, author: true, disabled: true })
      .extend({ name: nameSchema }),
    output: personViewSchema,
    errors: [...writing, 'not-found', 'not-allowed', 'invalid-input'],
  },
  /** Sets a passphrase: one's own with the present one, anybody's as an admin. */
  'person.passphrase': {
    input: z.strictObject({ id: idSchema, present: z.string().max(1000), passphrase }),
    output: nothing,
    errors: [...writing, 'not-found', 'not-allowed', 'wrong-passphrase', 'too-many-tries'],
  },

  'settings.get': { input: nothing, output: settingsSchema, errors: ['no-library'] },
  'settings.change': {
    input: z.strictObject({
      /** The front page is arranged by more people, with its own request. */
      site: siteSettingsSchema.omit({ front: true }).partial(),
      rules: rulesSchema.partial(),
      articleTypes: articleTypesSchema.optional(),
    }),
    output: settingsSchema,
    errors: [...writing, 'not-allowed', 'invalid-input'],
  },

  'publish.ready': {
    input: nothing,
    /** `ready`: new or changed with the next export. `refused`: approved or live once, but an export would not write it as it stands, and why. */
    output: z.strictObject({
      ready: z.array(summarySchema),
      /** On the site already, just as they are approved. */
      live: z.array(summarySchema),
      refused: z.array(refusedSchema),
      /** Withdrawn since the last export, and why: readers still have their pages. */
      toWithdraw: z.array(refusedSchema),
      drafts: z.number().int(),
      last: lastExportSchema.nullable(),
      /** Where the last export went, or where one would usually go. */
      folder: z.string(),
    }),
    errors: reading,
  },
  'publish.export': {
    input: z.strictObject({ folder: folderSchema, asOf: asOfSchema }),
    output: lastExportSchema,
    errors: [...writing, 'not-allowed', 'export-failed', 'cancelled'],
  },
  'publish.cancel': { input: nothing, output: nothing, errors: [...writing, 'not-allowed'] },
  /** One approved article as a single file: a page with everything inlined, a bare fragment, Markdown or ninjs. The site stays as it is. */
  'publish.article': {
    input: z.strictObject({
      id: idSchema,
      form: z.enum(['page', 'fragment', 'md', 'ninjs']),
      /** A name that ends in `.zip` packs it. */
      file: folderSchema,
      asOf: asOfSchema,
    }),
    /** `beside`: the pictures that went with it, by their paths as seen from the file. */
    output: z.strictObject({ file: z.string(), bytes: z.number().int(), beside: z.array(z.string()) }),
    errors: [...writing, 'not-found', 'not-allowed', 'move-refused', 'export-failed'],
  },
} as const satisfies Record<string, Request>
