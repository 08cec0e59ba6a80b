import type { Galley } from '../../shared/contract'

/**
 * Hands a file to the browser to be downloaded. It is never shown as a page of ours: what others wrote in it would
 * then run with our rights.
 */
export const openFile: Galley['openFile'] = async ({ name, data }) => {
  const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.hidden = true
  document.body.append(link)
  link.click()
  link.remove()
  // The browser reads it after this turn; a minute later it has.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
