import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articleTypesSchema, defaultArticleTypes, type ArticleType } from '../../../shared/site/article-types'
import { addType, limitOf, typeProblems, withLimit } from './type-list'

const [news] = defaultArticleTypes as [ArticleType]

describe('article types', () => {
  it('are added with an id of their own', () => {
    const all = addType(addType(defaultArticleTypes, 'News'), 'Kritik & Essay')
    expect(all.slice(-2).map(({ id }) => id)).toEqual(['news-2', 'kritik-essay'])
    expect(articleTypesSchema.safeParse(all).success).toBe(true)
  })

  it('lose a limit that is open at both sides', () => {
    const limited = withLimit(news, 'body', { least: 100 })
    expect(limited.limits.body).toEqual({ unit: 'words', least: 100, most: null })
    expect(withLimit(limited, 'body', { least: null }).limits).not.toHaveProperty('body')
    expect(limitOf(news, 'dateline')).toEqual({ unit: 'characters', least: null, most: null })
  })

  it('say what is wrong with them', () => {
    expect(typeProblems(defaultArticleTypes)).toEqual([])
    expect(typeProblems([...defaultArticleTypes, { ...news, id: 'x' }])).toEqual([
      'More than one article type is called “News”.',
    ])
    expect(typeProblems([{ ...news, name: ' ' }])).toContain('An article type has no name.')
    expect(typeProblems([withLimit(news, 'headline', { least: 200 })])).toEqual([
      'News, headline: the least is above the most.',
    ])
    expect(typeProblems([withLimit(news, 'headline', { most: 0 })])).toHaveLength(1)
  })

  it('can be stored when nothing is wrong with them', () => {
    const amount = fc.option(fc.integer({ min: -2, max: 300 }))
    fc.assert(
      fc.property(
        fc.array(fc.string({ maxLength: 8 }), { maxLength: 4 }),
        amount,
        amount,
        (names, least, most) => {
          const all = names.reduce<ArticleType[]>(
            (list, name) => addType(list, name),
            [withLimit(news, 'headline', { least, most })],
          )
          if (typeProblems(all).length === 0) expect(articleTypesSchema.safeParse(all).success).toBe(true)
        },
      ),
    )
  })
})
