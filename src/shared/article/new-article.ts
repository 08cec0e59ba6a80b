import type { SiteSettings } from '../site/settings'
import type { Article } from './article'
import type { Content } from './content'
import { derive } from './derive'

/** An article as it starts: a draft, at its first revision. Nobody has changed sealed content of an empty one. */
export function newArticle(
  id: string,
  content: Content,
  site: Pick<SiteSettings, 'readingRate' | 'timeZone'>,
  person: string,
  now: string,
): Article {
  return {
    id,
    revision: 1,
    createdAt: now,
    createdBy: person,
    updatedAt: now,
    updatedBy: person,
    content,
    derived: derive(content, site, null),
    publishedAt: null,
    review: {
      state: 'draft',
      heldFrom: null,
      since: now,
      by: person,
      submittedBy: null,
      note: '',
      flags: { legal: 'not-needed', factCheck: 'not-needed', pictures: 'not-needed' },
      seal: null,
      changedBy: [],
      priority: 'normal',
      due: null,
      assignee: null,
      approvals: [],
      checks: [],
      threads: [],
      suggestions: [],
      claims: [],
    },
    public: {
      state: 'never-exported',
      exported: null,
      firstExportedAt: null,
      updatedAt: null,
      formerPaths: [],
      corrections: [],
      withdrawal: null,
    },
    head: null,
  }
}
