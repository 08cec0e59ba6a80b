// Copies the page's address, or hands it to the device to share. The links beside need no script.
;(() => {
  const section = document.querySelector('.share')
  const status = section.querySelector('[role=status]')
  const url = document.querySelector('link[rel=canonical]')?.href ?? location.href
  const offer = (name, isAble, act) => {
    const button = section.querySelector(`[data-share=${name}]`)
    if (!isAble) return
    button.parentElement.hidden = false
    // Refused or called off: the links are still there.
    button.addEventListener('click', () => act(button).catch(() => {}))
  }
  offer('copy', navigator.clipboard, async (button) => {
    await navigator.clipboard.writeText(url)
    status.textContent = button.dataset.done
  })
  offer('device', navigator.share, () => navigator.share({ title: document.title, url }))
})()
