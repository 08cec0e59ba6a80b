import { attribute, type HtmlElement } from './html-tree'

/** A property of an element's own style, in lower case and without line breaks; '' when it is not set. */
export function styleOf(element: HtmlElement, property: string): string {
  for (const declaration of attribute(element, 'style').split(';')) {
    const colon = declaration.indexOf(':')
    if (declaration.slice(0, colon).trim().toLowerCase() === property)
      return declaration
        .slice(colon + 1)
        .replace(/\s+/g, ' ')
        .trim()
        .toLowerCase()
  }
  return ''
}
