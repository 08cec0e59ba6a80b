import type { Article } from '../../../shared/article/article'
import type { ArticleType } from '../../../shared/site/article-types'
import { findPlaceholders, missingParts, typeOf } from '../../../shared/workflow/readiness'
import { flagNames, type FlagName } from '../../../shared/workflow/states'

/** One thing that is looked at by machine before an approval; no problems means it passed. */
export interface ArticleCheck {
  name: string
  /** What it means that the check passed. */
  passed: string
  /** A sentence per problem. */
  problems: string[]
}

/** The checks that an approval asks for, as they stand for an article of one of the library’s types now. */
export function articleChecks(article: Article, types: readonly ArticleType[]): ArticleCheck[] {
  const { content, review } = article
  return [
    {
      name: 'Complete',
      passed: 'Everything its type requires is there, alt texts included.',
      problems: missingParts(content, typeOf(content, types)),
    },
    {
      name: 'No placeholders',
      passed: 'No TK is left in the text.',
      problems: findPlaceholders(content).map((excerpt) => `A placeholder is still there: “${excerpt}”.`),
    },
    ...(Object.keys(flagNames) as FlagName[])
      .filter((flag) => review.flags[flag] !== 'not-needed')
      .map((flag) => ({
        name: flagNames[flag],
        passed: 'Required and done.',
        problems: review.flags[flag] === 'required' ? [`${flagNames[flag]} is required and not done.`] : [],
      })),
  ]
}
