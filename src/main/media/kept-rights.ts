import type { Sharp } from 'sharp'
import { escapeHtml } from '../../shared/render/escape'
import { fileWords } from './file-words'

/**
 * Whose picture it is, as an XMP packet for the files made of it: creator, credit line and copyright notice by the
 * IPTC Photo Metadata Standard 2023.2. Nothing else of a file is kept, least of all where and with what it was taken.
 * @returns null when the file does not say
 */
export async function rightsIn(bytes: Uint8Array): Promise<string | null> {
  const { creator, credit, copyright } = await fileWords(bytes)
  const parts = [
    creator && `<dc:creator><rdf:Seq><rdf:li>${escapeHtml(creator)}</rdf:li></rdf:Seq></dc:creator>`,
    copyright &&
      `<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">${escapeHtml(copyright)}</rdf:li></rdf:Alt></dc:rights>`,
    credit && `<photoshop:Credit>${escapeHtml(credit)}</photoshop:Credit>`,
  ].filter(Boolean)
  if (parts.length === 0) return null
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">${parts.join('')}</rdf:Description></rdf:RDF></x:xmpmeta>`
}

/** A picture that will say whose it is. */
export const withRights = (picture: Sharp, rights: string | null): Sharp =>
  rights === null ? picture : picture.withXmp(rights)
