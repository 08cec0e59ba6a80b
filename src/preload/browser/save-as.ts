import type { Galley } from '../../shared/contract'
import { dialogStyle } from './dialog-style'

const words = {
  file: { label: 'File on this machine', hint: 'The full path of the file. One that exists is replaced.' },
  folder: {
    label: 'Folder on this machine',
    hint: 'The full path of the folder. It is made if there is none.',
  },
}

/**
 * A browser cannot tell a page where on the disk a person wants something, so a small dialog asks for the path.
 */
export const askForPath: Galley['saveAs'] = ({ title, kind, suggested }) => {
  const { label, hint } = words[kind]
  const heading = element('h2', { id: 'galley-save-title', textContent: title })
  const field = element('input', { id: 'galley-save-path', name: 'path', value: suggested, required: true })
  field.spellcheck = false
  field.autocomplete = 'off'
  field.setAttribute('aria-describedby', 'galley-save-hint')
  const cancel = element('button', { type: 'button', textContent: 'Cancel' })
  const choose = element('button', { type: 'submit', textContent: 'Choose' })
  choose.className = 'choose'
  const form = element('form', { method: 'dialog' }, [
    heading,
    element('label', { htmlFor: field.id, textContent: label }),
    field,
    element('p', { id: 'galley-save-hint', textContent: hint }),
    element('div', { className: 'actions' }, [cancel, choose]),
  ])
  const dialog = element('dialog', { className: 'galley-save' }, [
    element('style', { textContent: dialogStyle }),
    form,
  ])
  dialog.setAttribute('aria-labelledby', heading.id)
  document.body.append(dialog)

  return new Promise<string | null>((resolve) => {
    cancel.addEventListener('click', () => dialog.close())
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      if (field.value.trim() !== '') dialog.close(field.value.trim())
    })
    // Escape closes a dialog too, with no value.
    dialog.addEventListener('close', () => {
      resolve(dialog.returnValue || null)
      dialog.remove()
    })
    dialog.showModal()
    field.focus()
    // The last name is what a person changes most.
    const name = suggested.search(/[^/\\]*$/)
    field.setSelectionRange(name, suggested.length)
  })
}

function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
  children: Node[] = [],
): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(tag), properties)
  made.append(...children)
  return made
}
