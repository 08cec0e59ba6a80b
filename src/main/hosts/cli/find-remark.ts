import { ok, type Result } from '../../../shared/kernel/result'
import { refused, type Refusal } from './outcome'

/**
 * Which of an article’s remarks is meant: by its number in the list, or by its id or the beginning of it.
 * @param what what they are called, such as `comment`
 */
export function findRemark<Remark extends { id: string }>(
  remarks: readonly Remark[],
  written: string,
  what: string,
): Result<Remark, Refusal> {
  const start = written.toUpperCase()
  const found = /^\d{1,4}$/.test(written)
    ? remarks.slice(Number(written) - 1).slice(0, Number(written) > 0 ? 1 : 0)
    : remarks.filter(({ id }) => start !== '' && id.startsWith(start))
  const [remark, ...others] = found
  if (!remark)
    return refused(`There is no ${what} “${written}” of this article: list them for their numbers.`)
  return others.length === 0 ? ok(remark) : refused(`“${written}” may be several. Give more of the id.`)
}
