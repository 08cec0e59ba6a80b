/** A message across the foot of the window for as long as the desk cannot be reached. */
export interface Notice {
  show(text: string): void
  hide(): void
}

/** A notice that is not shown yet. */
export function createNotice(): Notice {
  let shown: HTMLElement | null = null
  return {
    show(text) {
      if (shown?.textContent === text) return
      shown?.remove()
      shown = document.createElement('div')
      shown.setAttribute('role', 'alert')
      shown.textContent = text
      Object.assign(shown.style, {
        position: 'fixed',
        inset: 'auto 0 0 0',
        zIndex: '2147483647',
        padding: '12px 20px',
        font: '500 14px/1.5 system-ui, sans-serif',
        color: '#ffffff',
        background: '#8c1d18',
      })
      document.body.append(shown)
    },
    hide() {
      shown?.remove()
      shown = null
    },
  }
}
