import type { Component } from 'vue'

export interface MenuItem {
  label: string
  icon?: Component
  keys?: string | undefined
  danger?: boolean
  /** Why it cannot be chosen now. */
  refusal?: string
  /** Whether a line parts it from the item above. */
  parted?: boolean
  choose: () => void
}
