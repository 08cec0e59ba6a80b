import { walkBody } from '../../shared/article/body-text'
import type { Content } from '../../shared/article/content'
import type { AppError } from '../../shared/kernel/app-error'
import { ok, type Result } from '../../shared/kernel/result'
import type { Person } from '../../shared/workflow/people'
import { importFile } from '../services/importing'
import { keepArticle } from '../services/keeping'
import { moveArticle } from '../services/moving'
import type { Room } from '../services/room'
import type { Staff } from './hire'
import { samplePicture, sampleText } from './sample-files'
import { stories, type Step } from './stories'
import type { StoryClock } from './story-clock'

/** Has the staff do everything that the stories tell, in the order it happened. */
export async function actOut(room: Room, clock: StoryClock, staff: Staff): Promise<Result<void, AppError>> {
  const steps = Object.entries(stories)
    .flatMap(([text, of]) => of.map((step) => ({ text, step })))
    .sort((a, b) => b.step.hoursAgo - a.step.hoursAgo)
  const articles = new Map<string, string>()
  for (const { text, step } of steps) {
    clock.setHoursAgo(step.hoursAgo)
    const done =
      step.does === 'imports'
        ? await bringIn(room, staff(step.who), text)
        : await carryOn(room, staff(step.who), articles.get(text) ?? text, step)
    if (!done.ok) return done
    articles.set(text, done.value)
  }
  return ok(undefined)
}

async function bringIn(room: Room, person: Person, text: string): Promise<Result<string, AppError>> {
  const imported = await importFile(room, person, {
    name: `${text}.md`,
    bytes: new TextEncoder().encode(sampleText(text)),
    category: null,
    neighbour: (path) => samplePicture(path.replace(/^pictures\/(.+)\.jpg$/, '$1')),
  })
  if (!imported.ok) return imported
  const [article] = imported.value.articles
  if (!article || article.warnings.length > 0)
    throw new Error(`${text}: ${article?.warnings.join(' ') ?? 'no article'}`)
  return ok(article.id)
}

/** Moves or changes an article; gives its id again. */
async function carryOn(
  room: Room,
  person: Person,
  id: string,
  step: Exclude<Step, { does: 'imports' }>,
): Promise<Result<string, AppError>> {
  if (step.does === 'moves') {
    const moved = await moveArticle(room, person, { id, move: step.move, note: step.note ?? '' })
    return moved.ok ? ok(id) : moved
  }
  const found = await room.library.articles.find(id)
  if (!found.ok) return found
  const content = withWords(found.value.content, step.words, step.by)
  const kept = await keepArticle(room, person, { id, basedOn: found.value.revision, content })
  return kept.ok ? ok(id) : kept
}

/** The same content with some words of its body replaced where they first stand. */
function withWords(content: Content, words: string, by: string): Content {
  const changed = structuredClone(content)
  let done = false
  walkBody(changed.body, (node) => {
    if (done || node.type !== 'text' || !('text' in node) || !node.text.includes(words)) return
    node.text = node.text.replace(words, by)
    done = true
  })
  if (!done) throw new Error(`No article of the sample says “${words}”`)
  return changed
}
