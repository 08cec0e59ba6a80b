import { z } from 'zod'
import { hashSchema } from '../kernel/ids'

/** A colour as #rrggbb. */
const colourSchema = z.string().regex(/^#[0-9a-f]{6}$/i, 'is not a colour such as #a31f1f')

/** How large everything is set, by a factor on the reader's own size. */
export const typeScales = { small: 0.9375, regular: 1, large: 1.125 } as const
/** How much room stands between things, by a factor. */
export const densities = { compact: 0.7, regular: 1, airy: 1.4 } as const
/** How the front page is laid out. */
export const frontShapes = ['lead', 'river', 'sections'] as const

export type TypeScale = keyof typeof typeScales
export type Density = keyof typeof densities
export type FrontShape = (typeof frontShapes)[number]

const namesOf = <T extends object>(of: T) => Object.keys(of) as [keyof T, ...(keyof T)[]]

/** How the site looks, without code; and with some, for who can write it. */
export const brandingSchema = z.strictObject({
  /** The one accent, on the light page and on the dark one. */
  accentLight: colourSchema,
  accentDark: colourSchema,
  /** A picture by content hash, or null for the site's name in words. */
  logo: hashSchema.nullable(),
  /** A picture by content hash, or null for the first letter of the site's name. */
  favicon: hashSchema.nullable(),
  typeScale: z.enum(namesOf(typeScales)),
  density: z.enum(namesOf(densities)),
  frontShape: z.enum(frontShapes),
  /** Style of the newsroom's own, after the theme's. Checked where settings are changed. */
  css: z.string().max(20_000),
})
export type Branding = z.infer<typeof brandingSchema>

/** What libraries of earlier versions did not have. */
const laterBranding = {
  favicon: null,
  typeScale: 'regular',
  density: 'regular',
  frontShape: 'lead',
  css: '',
} as const satisfies Partial<Branding>

export const defaultBranding: Branding = {
  accentLight: '#a3201c',
  accentDark: '#f08a7e',
  logo: null,
  ...laterBranding,
}

const { shape } = brandingSchema

/** Branding as it is stored: what earlier versions did not know has a default. */
export const storedBrandingSchema = brandingSchema.extend({
  favicon: shape.favicon.default(laterBranding.favicon),
  typeScale: shape.typeScale.default(laterBranding.typeScale),
  density: shape.density.default(laterBranding.density),
  frontShape: shape.frontShape.default(laterBranding.frontShape),
  css: shape.css.default(laterBranding.css),
})
