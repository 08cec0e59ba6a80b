import { describe, expect, it } from 'vitest'
import { commands, type CommandId } from '../../../shared/commands/catalogue'
import { byMenu, commandEntries, matchingCommands, offeredCommands } from './command-entries'

const anywhere: readonly CommandId[] = ['go.desk', 'go.review', 'view.theme', 'article.new']
const onDesk = commandEntries((id) => (anywhere.includes(id) ? '' : undefined))
const inArticle = commandEntries(() => '')
const titles = (entries: readonly { title: string }[]): string[] => entries.map(({ title }) => title)

describe('the entries of the palette', () => {
  it('are the whole catalogue, with why a command cannot be run', () => {
    expect(onDesk).toHaveLength(Object.keys(commands).length)
    const why = (id: CommandId) => onDesk.find((entry) => entry.id === id)?.refusal
    expect(why('go.desk')).toBe('')
    expect(why('text.bold')).toBe('Open an article first')
    const inSpikedArticle = commandEntries((id) => (id === 'article.save' ? '' : undefined))
    expect(inSpikedArticle.find(({ id }) => id === 'text.bold')?.refusal).toBe('Not possible here')
    const inHeadline = commandEntries((id) => (id === 'text.bold' ? 'Put the caret into the body first' : ''))
    expect(inHeadline.find(({ id }) => id === 'text.bold')?.refusal).toBe('Put the caret into the body first')
  })

  it('are found by a few letters, and by the name of their menu', () => {
    expect(titles(matchingCommands(inArticle, 'bull', []))[0]).toBe('Bullet list')
    expect(titles(matchingCommands(inArticle, 'swlight', []))[0]).toBe('Switch light and dark')
    expect(titles(matchingCommands(inArticle, 'go rev', []))).toContain('Review')
    expect(matchingCommands(inArticle, 'qqqq', [])).toEqual([])
  })

  it('come last where they cannot be run', () => {
    const found = matchingCommands(onDesk, 'e', [])
    const firstRefused = found.findIndex(({ refusal }) => refusal !== '')
    expect(firstRefused).toBeGreaterThan(0)
    expect(found.slice(firstRefused).every(({ refusal }) => refusal !== '')).toBe(true)
  })

  it('come first where they were run before', () => {
    const { recent, rest } = offeredCommands(onDesk, ['view.theme', 'text.bold'])
    expect(titles(recent)).toEqual(['Switch light and dark'])
    expect(titles(rest)).toEqual(
      titles(onDesk.filter(({ id }) => id !== 'view.theme' && anywhere.includes(id))),
    )
    const [first] = matchingCommands(inArticle, 're', ['go.review'])
    expect(first?.title).toBe('Review')
  })

  it('stand under their menus, each once', () => {
    expect(byMenu(inArticle).flatMap((group) => group.entries)).toHaveLength(inArticle.length)
  })
})
