import { stat } from 'node:fs/promises'
import { orderHash } from '../../shared/schedule/schedule'
import { hasRole } from '../../shared/workflow/people'
import { roleAt } from '../../shared/workflow/person-keys'
import { missingAsDamage } from './article-files'
import { DurableJsonFile, type StorageContext } from './durable-json-file'
import type { Layout } from './layout'
import { schedulesShape } from './shapes'
import { signatureProblem, type Witnesses } from './verify-signatures'

/** What is wrong with the schedules of a library, a sentence each: what they do, they do by their signature alone. */
export async function checkSchedules(
  { schedules: path }: Pick<Layout, 'schedules'>,
  context: StorageContext,
  witnesses: Witnesses,
): Promise<string[]> {
  if (!(await stat(path).catch(() => null))) return []
  const loaded = await new DurableJsonFile(path, schedulesShape, context).load()
  if (!loaded.ok) return [`schedules.json: ${missingAsDamage(loaded.error).reason}.`]
  return loaded.value.schedules.flatMap((schedule) => {
    const person = witnesses.people.get(schedule.by)
    const problem =
      signatureProblem(schedule, schedule.signed, orderHash(schedule), witnesses) ??
      (person && hasRole({ role: roleAt(person, schedule.at) }, ['production'])
        ? null
        : 'is signed by somebody who was not in production then')
    return problem === null ? [] : [`schedules.json: the schedule ${schedule.id} ${problem}.`]
  })
}
