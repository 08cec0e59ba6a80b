// Looks for words in the site's own index. Nothing leaves the reader's machine, and all it says stands in the page.
;(() => {
  const form = document.querySelector('form.search')
  const field = form.querySelector('input')
  const list = document.querySelector('.search-results')
  const status = document.querySelector('.search-status')
  const unread = document.querySelector('.search-unread')
  const more = document.querySelector('.search-more')
  const step = 50
  const plain = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  let index = null
  let found = []

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
    link.dir = 'auto'
    link.textContent = headline
    const day = document.createElement('span')
    day.className = 'count'
    day.dir = 'auto'
    day.textContent = date
    item.lang = lang
    item.append(link, day)
    item.title = standfirst
    return item
  }
  const showMore = () => {
    const shown = list.childElementCount
    list.append(...found.slice(shown, shown + step).map(lineOf))
    more.hidden = list.childElementCount === found.length
    return list.children[shown]
  }
  const search = async () => {
    const asked = field.value
    const words = plain(asked).split(/\s+/).filter(Boolean)
    history.replaceState(null, '', words.length ? `?q=${encodeURIComponent(asked)}` : '.')
    let articles = []
    try {
      if (words.length > 0) articles = await (index ??= load())
    } catch {
      index = null
    }
    // Somebody typed on meanwhile.
    if (field.value !== asked) return
    unread.hidden = words.length === 0 || index !== null
    found = articles.filter((one) => words.every((word) => one.words.includes(word)))
    const said = found.length > 0 ? `${status.dataset.found}${found.length}` : status.dataset.nothing
    status.textContent = words.length > 0 && index !== null ? said : ''
    list.replaceChildren()
    showMore()
  }
  form.hidden = false
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void search()
  })
  field.addEventListener('input', () => void search())
  more.addEventListener('click', () => showMore().querySelector('a').focus())
  field.value = new URLSearchParams(location.search).get('q') ?? ''
  if (field.value) void search()
})()
