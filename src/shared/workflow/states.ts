import { z } from 'zod'
import { idSchema, momentSchema } from '../kernel/ids'

/** Where the working text is. */
export const workingStateSchema = z.enum([
  'draft',
  'submitted',
  'in-review',
  'changes-requested',
  'approved',
  'on-hold',
  'spiked',
])
export type WorkingState = z.infer<typeof workingStateSchema>

/** As shown: `reopened` is approved, but the content no longer matches its seal. */
export type ShownState = WorkingState | 'reopened'

/** What readers see. */
export const publicStateSchema = z.enum(['never-exported', 'live', 'corrected', 'withdrawn'])
export type PublicState = z.infer<typeof publicStateSchema>

/** A matter that must be settled before approval: not needed, required, or done by somebody. */
export const flagSchema = z.union([
  z.literal('not-needed'),
  z.literal('required'),
  z.strictObject({ doneBy: idSchema, at: momentSchema }),
])
export type Flag = z.infer<typeof flagSchema>
export const flagNames = { legal: 'Legal', factCheck: 'Fact check', pictures: 'Pictures' } as const
export type FlagName = keyof typeof flagNames
export const flagNameSchema = z.enum(Object.keys(flagNames) as [FlagName, ...FlagName[]])

/** The flags that are required and not done, in their usual order. */
export const openFlags = (flags: Readonly<Record<FlagName, Flag>>): FlagName[] =>
  flagNameSchema.options.filter((name) => flags[name] === 'required')

/** The words a person reads for each state. */
export const stateNames: Record<ShownState, string> = {
  draft: 'Draft',
  submitted: 'Submitted',
  'in-review': 'In review',
  'changes-requested': 'Changes requested',
  approved: 'Approved',
  reopened: 'Reopened',
  'on-hold': 'On hold',
  spiked: 'Spiked',
}
export const publicStateNames: Record<PublicState, string> = {
  'never-exported': 'Never exported',
  live: 'Live',
  corrected: 'Corrected',
  withdrawn: 'Withdrawn',
}
