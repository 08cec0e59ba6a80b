import type { Attribute } from '@tiptap/core'

/** A text attribute that travels through the clipboard as `data-<name>`. */
export const textAttribute = (name: string): Partial<Attribute> => ({
  default: '',
  parseHTML: (element) => element.getAttribute(`data-${name}`) ?? '',
  renderHTML: (attributes) => ({ [`data-${name}`]: String(attributes[name] ?? '') }),
})

/** The same for an attribute without which there is no node: nothing can be made up in its place. */
export const neededAttribute = (name: string): Partial<Attribute> => ({
  isRequired: true,
  parseHTML: (element) => element.getAttribute(`data-${name}`) ?? '',
  renderHTML: (attributes) => ({ [`data-${name}`]: String(attributes[name]) }),
})
