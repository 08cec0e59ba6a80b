/** The part of nspell that we use. Its published types would bring Node’s into the window and the core. */
declare module 'nspell' {
  interface NSpell {
    add(word: string): NSpell
    correct(word: string): boolean
    suggest(word: string): string[]
  }
  export default function nspell(dictionary: { aff: string; dic: string }): NSpell
}
