import { imageFiles } from '../../../media'

/** What was pasted or dropped, in each of its forms. It has to be taken while the event lasts. */
export interface Clipboard {
  html: string
  plain: string
  /** Word's and Safari's form: it alone holds the pictures that the HTML names on the other program's disk. */
  rtf: string
  pictures: File[]
}

export const takeClipboard = (data: DataTransfer | null): Clipboard => ({
  html: data?.getData('text/html') ?? '',
  plain: data?.getData('text/plain') ?? '',
  rtf: data?.getData('text/rtf') ?? '',
  pictures: imageFiles(data),
})

/**
 * Whether HTML was copied out of a body of ours. Other ProseMirror editors copy with styles or pictures; of ours, only
 * tables have a width.
 */
export const isOurs = (html: string): boolean =>
  /\sdata-pm-slice=/.test(html) && !/<img|\sstyle=(?!"min-width: \d+px;")/i.test(html)
