import { firstChange, keeping, moving, opened, valueOf } from './newsroom'

/**
 * Run as a process of its own to be killed: keeps and moves articles of the library named by its first argument
 * without end, and says of each, once it is stored, `<article> <revision> <rows of its log>` on a line.
 */
const library = await opened(process.argv[2] ?? '', { who: 'A process to be killed' })
if (library.readOnlyBecause !== null) throw new Error(library.readOnlyBecause)
const rows = new Map<string, number>()
const known = (await library.articles.entries()).map(({ id }) => id)

const say = (id: string, revision: number): void => {
  process.stdout.write(`${id} ${revision} ${rows.get(id) ?? 0}\n`)
}
for (const id of known) rows.set(id, valueOf(await library.articles.log(id)).length)

for (let count = 0; ; count += 1) {
  if (known.length === 0 || count % 9 === 0) {
    const { id, revision } = valueOf(await library.articles.create(firstChange(`New ${count}`)))
    known.push(id)
    rows.set(id, 1)
    say(id, revision)
  }
  const id = known[count % known.length] ?? ''
  const moves = count % 3 === 0
  const { revision } = valueOf(await library.articles.change(id, moves ? moving : keeping(`Kept ${count}`)))
  if (moves) rows.set(id, (rows.get(id) ?? 0) + 1)
  say(id, revision)
}
