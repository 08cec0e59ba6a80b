import { defineStore } from 'pinia'
import { ref } from 'vue'

export interface Toast {
  id: number
  text: string
  /** Takes back what the toast tells of. */
  undo: () => void | Promise<void>
}

/** How long a toast stays, in milliseconds, while nobody points at it. */
export const toastStays = 8000

/** Short words about something that can be undone. They outlive the view that showed them, and so must their undo. */
export const useToasts = defineStore('toasts', () => {
  const toasts = ref<Toast[]>([])
  let last = 0

  /** Shows a toast and gives its id. */
  function show(toast: Omit<Toast, 'id'>): number {
    last += 1
    toasts.value = [...toasts.value.slice(-2), { id: last, ...toast }]
    return last
  }

  function dismiss(id: number): void {
    toasts.value = toasts.value.filter((toast) => toast.id !== id)
  }

  function clear(): void {
    toasts.value = []
  }

  return { toasts, show, dismiss, clear }
})
