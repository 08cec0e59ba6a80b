import type { Component } from 'vue'
import { Monitor, Smartphone, Tablet } from '@lucide/vue'

/** Where an article is met: on its page, in lists, and where others tell of it. */
export const surfaces = [
  { value: 'page', label: 'Page' },
  { value: 'front', label: 'Front page' },
  { value: 'category', label: 'Category' },
  { value: 'search', label: 'Search result' },
  { value: 'social', label: 'Social cards' },
  { value: 'feed', label: 'Feed item' },
  { value: 'print', label: 'Print' },
] as const
export type Surface = (typeof surfaces)[number]['value']
/** Those that are not the article's own page. */
export type OtherSurface = Exclude<Surface, 'page' | 'print'>

/** The widths that a page is looked at in, in pixels. */
export const pageWidths = { Phone: 390, Tablet: 820, Desktop: 1280 } as const
export type PageWidth = keyof typeof pageWidths
const icons: Record<PageWidth, Component> = { Phone: Smartphone, Tablet, Desktop: Monitor }
export const widthChoices = (Object.keys(pageWidths) as PageWidth[]).map((name) => ({
  value: name,
  label: name,
  icon: icons[name],
}))

/** A4 between its margins, as the theme sets them for paper, in pixels. */
export const paperWidth = 642
