import { z } from 'zod'
import { idSchema, momentSchema } from '../kernel/ids'
import { reading, writing, type Request } from './request'

const byId = z.strictObject({ id: idSchema })

/** The edit lock of an article, as one window sees it. */
const lockViewSchema = z.strictObject({
  /** Who edits the article; null when nobody does. */
  holder: z
    .strictObject({
      name: z.string(),
      since: momentSchema,
      /** This window; another one of the same person; somebody else’s. */
      at: z.enum(['here', 'own-window', 'elsewhere']),
    })
    .nullable(),
  /** Whether this person may take it over from there. */
  mayTakeOver: z.boolean(),
})
export type LockView = z.infer<typeof lockViewSchema>

/** Who edits an article: one window at a time, so that nobody’s typing meets anybody else’s. */
export const lockRequests = {
  /** Takes a free lock, or says that this window still uses its own. Gives whoever holds it then. */
  'lock.take': {
    input: byId,
    output: lockViewSchema,
    errors: [...writing, 'not-found', 'edit-refused'],
  },
  'lock.show': { input: byId, output: lockViewSchema, errors: reading },
  /** Gives a lock back; nothing happens where it is not this window’s. */
  'lock.release': { input: byId, output: z.strictObject({}), errors: writing },
  /** Takes a lock from another window, whose unsaved text is kept first. */
  'lock.break': {
    input: byId,
    /** `kept`: the revision that the other’s text became, or null when there was nothing to keep. */
    output: lockViewSchema.extend({ kept: z.number().int().nullable() }),
    errors: [...writing, 'not-found', 'not-allowed', 'edit-refused'],
  },
} as const satisfies Record<string, Request>
