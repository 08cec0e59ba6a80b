import { Images, Newspaper, Send, Settings, SquareCheckBig, Users, type LucideIcon } from '@lucide/vue'
import type { CommandId } from '../../shared/commands/catalogue'

interface Place {
  /** The route's name, and the `area` that the routes under it carry. */
  area: string
  command: CommandId
  icon: LucideIcon
}

/** The places of the main navigation; their words are their commands' titles. */
export const places: readonly Place[] = [
  { area: 'desk', command: 'go.desk', icon: Newspaper },
  { area: 'review', command: 'go.review', icon: SquareCheckBig },
  { area: 'publish', command: 'go.publish', icon: Send },
  { area: 'media', command: 'go.media', icon: Images },
  { area: 'people', command: 'go.people', icon: Users },
  { area: 'settings', command: 'go.settings', icon: Settings },
]
