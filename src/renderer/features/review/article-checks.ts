import type { Article } from '../../../shared/article/article'
import { findPlaceholders, missingParts } from '../../../shared/workflow/readiness'
import { flagNames, type FlagName } from '../../../shared/workflow/states'

/** One thing that is looked at by machine before an approval; no problems means it passed. */
export interface ArticleCheck {
  name: string
  /** What it means that the check passed. */
  passed: string
  /** A sentence per problem. */
  problems: string[]
}

/** The checks that an approval asks for, as they stand for an article now. */
export function articleChecks(article: Article): ArticleCheck[] {
  const { content, review } = article
  return [
    {
      name: 'Complete',
      passed: 'Headline, author, category, body and alt texts are there.',
      problems: missingParts(content),
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
