import type { ReferenceArticle } from './reference-article'

/** A text of our own in the reference page's shape, so that the story is told where that page is not at hand. */
export const harbourArticle: ReferenceArticle = {
  categories: [
    'Home',
    'Technology',
    'Top Stories',
    'Business',
    'Most Featured',
    'Sports',
    'Social Issues',
    'Animals',
    'News',
    'Fashion',
    'Crypto',
    'Featured',
    'Music & Pop Culture',
    'Travel & Tourism',
  ],
  headline: 'Night Ferry “Petrel” Sails Again & Nobody’s Late',
  author: 'Noor Haddad',
  minutes: 5,
  blocks: [
    {
      kind: 'paragraph',
      text: 'The night ferry left the old harbour at 23:40 on Friday – twenty minutes early, as its skipper had promised.',
    },
    {
      kind: 'paragraph',
      text: 'For nine winters the boat lay behind the fish market. 214 planks, two tanks and the whole keel had to be replaced.',
    },
    { kind: 'subheading', text: 'What the crossing costs' },
    {
      kind: 'paragraph',
      text: 'A return fare is £4.50; children & dogs travel free. "We would rather be full than rich," the skipper said.',
    },
    {
      kind: 'paragraph',
      text: 'In the café on the quay, a sign reads <Mind the Gap>. It’s older than the boat.',
    },
  ],
}
