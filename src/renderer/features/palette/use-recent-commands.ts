import { useStorage } from '@vueuse/core'
import { computed, type ComputedRef } from 'vue'
import { commands, type CommandId } from '../../../shared/commands/catalogue'

const most = 6
/** Ids of commands that were chosen by name, newest first. Remembered on this machine. */
const chosen = useStorage<string[]>('galley.recent-commands', [])

/** The commands that were last chosen by name. */
export function useRecentCommands(): { recent: ComputedRef<CommandId[]>; note: (id: CommandId) => void } {
  return {
    // A command that is remembered may be gone from a newer catalogue.
    recent: computed(() => chosen.value.filter((id): id is CommandId => id in commands)),
    note: (id) => (chosen.value = [id, ...chosen.value.filter((one) => one !== id)].slice(0, most)),
  }
}
