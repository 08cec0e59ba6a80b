import type { StyleRule } from '../../../../shared/checking/style-rules'
import { ok } from '../../../../shared/kernel/result'
import type { Newsroom } from '../newsroom'
import type { Done } from '../outcome'
import { cut, table } from '../table'

/** A rule with the file that it stands in. */
type FiledRule = StyleRule & { file: string }

/** `galley style`: every rule of the house style; a file that cannot be used is named with what is wrong in it. */
export async function style(newsroom: Newsroom): Promise<Done> {
  const listed = await newsroom.ask('style.list', {})
  if (!listed.ok) return listed
  const { files, damaged } = listed.value
  const rules = files.flatMap(({ file, rules: inFile }) => inFile.map((rule) => ({ file, ...rule })))
  return ok({
    json: rules,
    text: rules.length === 0 ? 'No rules.' : ruleTable(rules),
    refused: damaged.map(({ file, reasons }) => `style/${file}.yaml is not used: ${reasons.join('; ')}.`),
  })
}

const ruleTable = (rules: readonly FiledRule[]): string =>
  table(
    ['file', 'rule', 'severity', 'looks for', 'message'],
    rules.map(({ file, id, severity, words, pattern, message, off }) => [
      file,
      id,
      off ? 'off' : severity,
      cut(pattern ?? words?.join(', ') ?? '', 40),
      cut(message, 72),
    ]),
  )
