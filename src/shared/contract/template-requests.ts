import { z } from 'zod'
import { templateNameSchema, templateSchema } from '../article/template'
import { idSchema } from '../kernel/ids'
import { reading, writing, type Request } from './request'

/** A template as lists show it. */
const templateInfoSchema = templateSchema.omit({ content: true, by: true }).extend({
  /** Who saved it last, by name. */
  by: z.string(),
  headline: z.string(),
  /** The article type’s name. */
  type: z.string(),
})
export type TemplateInfo = z.infer<typeof templateInfoSchema>

export const templateRequests = {
  /** By name. */
  'template.list': { input: z.strictObject({}), output: z.array(templateInfoSchema), errors: reading },
  /** Saves a new template (a null id), saves over one, or puts one back that was removed. */
  'template.save': {
    input: templateSchema
      .pick({ content: true })
      .extend({ id: idSchema.nullable(), name: templateNameSchema }),
    /** `before`: what was saved over. */
    output: z.strictObject({ template: templateSchema, before: templateSchema.nullable() }),
    errors: [...writing, 'not-allowed', 'invalid-input'],
  },
  'template.rename': {
    input: z.strictObject({ id: idSchema, name: templateNameSchema }),
    output: templateSchema,
    errors: [...writing, 'not-found', 'not-allowed', 'invalid-input'],
  },
  /** Gives what was removed, so that it can be put back. */
  'template.remove': {
    input: z.strictObject({ id: idSchema }),
    output: templateSchema,
    errors: [...writing, 'not-found', 'not-allowed'],
  },
} as const satisfies Record<string, Request>
