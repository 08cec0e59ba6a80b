// Looks for words in the site's own index. Nothing leaves the reader's machine.
;(() => {
  const form = document.querySelector('form.search')
  const field = form.querySelector('input')
  const list = document.querySelector('.search-results')
  const status = document.querySelector('.search-status')
  const plain = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  let index = null

  const load = async () => {
    const reply = await fetch('index.json')
    const { articles } = await reply.json()
    return articles.map((one) => ({
      ...one,
      words: plain([one.headline, one.standfirst, ...one.tags].join(' ')),
    }))
  }
  const lineOf = ({ headline, standfirst, path, date, lang }) => {
    const item = document.createElement('li')
    const link = document.createElement('a')
    link.href = `../${path}`
    link.lang = lang
    link.textContent = headline
    const day = document.createElement('span')
    day.className = 'count'
    day.textContent = date
    item.append(link, day)
    item.title = standfirst
    return item
  }
  const search = async () => {
    const words = plain(field.value).split(/\s+/).filter(Boolean)
    history.replaceState(null, '', words.length ? `?q=${encodeURIComponent(field.value)}` : '.')
    if (words.length === 0) {
      list.replaceChildren()
      status.textContent = ''
      return
    }
    try {
      index ??= load()
      const found = (await index).filter((one) => words.every((word) => one.words.includes(word)))
      list.replaceChildren(...found.slice(0, 100).map(lineOf))
      status.textContent = found.length === 1 ? '1 article' : `${found.length} articles`
    } catch {
      index = null
      status.textContent = 'The index could not be read. Look through the archive instead.'
    }
  }
  form.hidden = false
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void search()
  })
  field.addEventListener('input', () => void search())
  field.value = new URLSearchParams(location.search).get('q') ?? ''
  if (field.value) void search()
})()
