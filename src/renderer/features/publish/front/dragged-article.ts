import { ref } from 'vue'

/** The article that is being dragged in this window, by id; null while none is. */
const dragged = ref<string | null>(null)

/** Dragging of articles to places of the front page. Whoever takes one asks `taken` when it is dropped. */
export function useDraggedArticle() {
  return {
    dragged,
    begin(event: DragEvent, id: string): void {
      dragged.value = id
      event.dataTransfer?.setData('text/plain', id)
      if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move'
    },
    end: (): void => void (dragged.value = null),
    taken(): string | null {
      const id = dragged.value
      dragged.value = null
      return id
    },
  }
}
