import type { DictionaryText } from '../../../shared/checking/speller'
import type { OwnDictionary } from './recipe'

/*
 * The packages let nobody import their word lists by name, so they are named by their place. They are bundled as text
 * and come from the disk when they are first needed.
 */
const american = async (): Promise<string> =>
  (await import('../../../../node_modules/dictionary-en/index.dic?raw')).default
const british = async (): Promise<string> =>
  (await import('../../../../node_modules/dictionary-en-gb/index.dic?raw')).default
/** One set of affixes for both. */
const affixes = async (): Promise<string> =>
  (await import('../../../../node_modules/dictionary-en/index.aff?raw')).default

/** A dictionary that Galley brings along, and word lists that count besides. */
export async function loadOwnDictionary(
  name: OwnDictionary,
): Promise<{ text: DictionaryText; wordLists: string[] }> {
  const aff = await affixes()
  if (name === 'en-GB') return { text: { aff, dic: await british() }, wordLists: [] }
  return { text: { aff, dic: await american() }, wordLists: name === 'en' ? [await british()] : [] }
}
