import type { InjectionKey } from 'vue'
import type { BodyTools } from './commands/body-command'

/** How a block in the text gets at the tools of its body. */
export const bodyToolsKey: InjectionKey<BodyTools> = Symbol('body tools')
