import { MessageSquarePlus } from '@lucide/vue'
import { blockCommands, galleryCommands } from './block-commands'
import type { BodyCommand } from './body-command'
import { insertCommands } from './insert-commands'
import { markCommands } from './mark-commands'
import { tableCommands } from './table-commands'
import { turnCommands } from './turn-commands'

const { bold, italic, strike, subscript, superscript, plain, link } = markCommands
const { heading, subheading, bullets, numbers, quote, pullQuote } = turnCommands
const { picture, footnote } = insertCommands

/** The toolbar, in groups. */
export const toolbarCommands: readonly (readonly BodyCommand[])[] = [
  [bold, italic, strike, link],
  [heading, subheading, bullets, numbers],
  [quote, pullQuote, picture],
]

/** What the toolbar's last menu holds. */
export const moreMenu: readonly BodyCommand[] = [subscript, superscript, plain]

/** Asked of the article around the body, which has the conversations. */
const comment: BodyCommand = {
  id: 'article.comment',
  icon: MessageSquarePlus,
  run: ({ ask }) => ask('comment'),
}

/** What floats at chosen words, in groups. */
export const bubbleCommands: readonly (readonly BodyCommand[])[] = [
  [bold, italic, strike, link],
  [heading, subheading, bullets, quote],
  [footnote, comment],
]

/** What the Insert menu holds. */
export const insertMenu: readonly BodyCommand[] = [...Object.values(insertCommands), turnCommands.factBox]

/** What a block with words can be turned into. */
export const turnMenu: readonly (BodyCommand & Required<Pick<BodyCommand, 'kind'>>)[] =
  Object.values(turnCommands)

/** What typing a slash offers. */
export const slashCommands: readonly BodyCommand[] = [
  ...Object.values(turnCommands),
  ...Object.values(insertCommands),
]

/** Everything that can be done to the body. */
export const bodyCommands: readonly BodyCommand[] = [
  ...Object.values(markCommands),
  ...Object.values(turnCommands),
  ...Object.values(insertCommands),
  ...Object.values(blockCommands),
  ...Object.values(galleryCommands),
  ...tableCommands.flat(),
]
