// Adds comfort to pages that work without it: completed names, details of marks, zoom and copying.

const words = {
  suggestions: 'Suggestions',
  copy: 'Copy',
  copied: 'Copied',
  failed: 'Copy it by hand',
  zoomOut: 'Zoom out',
}

const make = (tag, className, text = '') => {
  const element = document.createElement(tag)
  element.className = className
  element.textContent = text
  return element
}

// --- Names, completed as somebody types ---

const WAIT = 150
const MOST = 8
const SUGGEST = '/v1/reconcile/suggest/entity'

/** Makes an input a combobox of the names that begin with its text. */
function complete(input, number) {
  const list = make('ul', 'suggestions')
  list.id = `suggestions-${number}`
  list.hidden = true
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', words.suggestions)
  document.body.append(list)
  const set = (name, value) => input.setAttribute(`aria-${name}`, value)
  input.setAttribute('role', 'combobox')
  set('autocomplete', 'list')
  set('expanded', 'false')
  set('controls', list.id)

  let found = []
  let active = -1
  let timer
  let request

  const close = () => {
    clearTimeout(timer)
    request?.abort()
    list.hidden = true
    active = -1
    set('expanded', 'false')
    input.removeAttribute('aria-activedescendant')
  }
  const mark = place => {
    list.children[active]?.setAttribute('aria-selected', 'false')
    active = place
    const option = list.children[active]
    if (!option) return input.removeAttribute('aria-activedescendant')
    option.setAttribute('aria-selected', 'true')
    option.scrollIntoView({ block: 'nearest' })
    set('activedescendant', option.id)
  }
  const choose = place => {
    const { id } = found[place]
    close()
    if (input.dataset.type) input.value = id.slice(id.indexOf('/') + 1)
    else location.assign(pageOf(input, id))
  }
  const open = result => {
    found = result
    if (found.length === 0) return close()
    const options = found.map((one, at) => optionOf(one, `${list.id}-${at}`))
    list.replaceChildren(...options)
    const { left, bottom, width } = input.getBoundingClientRect()
    const { style } = list
    style.left = `${left + scrollX}px`
    style.top = `${bottom + scrollY}px`
    style.minWidth = `${width}px`
    style.maxWidth = `${document.documentElement.clientWidth - left}px`
    list.hidden = false
    active = -1
    set('expanded', 'true')
    input.removeAttribute('aria-activedescendant')
  }
  const ask = async () => {
    request?.abort()
    const prefix = input.value.trim()
    if (prefix === '') return close()
    request = new AbortController()
    const { signal } = request
    try {
      const answer = await fetch(suggestAddress(input, prefix), { signal })
      if (!answer.ok) return close()
      const { result } = await answer.json()
      if (!signal.aborted && document.activeElement === input) open(result)
    } catch {
      // The field works without suggestions.
    }
  }

  const move = step => {
    const count = found.length + 1
    // One place stands for the text itself.
    mark(((active + 1 + step + count) % count) - 1)
  }
  const keys = {
    ArrowDown: () => (list.hidden ? ask() : move(1)),
    ArrowUp: () => !list.hidden && move(-1),
    Enter: () => !list.hidden && active >= 0 && choose(active),
    Escape: () => {
      clearTimeout(timer)
      return !list.hidden && close()
    },
  }
  input.addEventListener('input', () => {
    clearTimeout(timer)
    // A choice among the names for the text before no longer counts.
    close()
    timer = setTimeout(ask, WAIT)
  })
  input.addEventListener('keydown', event => {
    const handled = !event.isComposing && keys[event.key]?.()
    if (handled !== false && keys[event.key] && !event.isComposing) event.preventDefault()
  })
  input.addEventListener('blur', close)
  // The field keeps the focus.
  list.addEventListener('pointerdown', event => event.preventDefault())
  list.addEventListener('mousedown', event => event.preventDefault())
  list.addEventListener('click', ({ target }) => {
    const option = target.closest('[role=option]')
    if (option) choose([...list.children].indexOf(option))
  })
}

function optionOf({ name, description = '' }, id) {
  const option = make('li', 'suggestion')
  option.id = id
  option.setAttribute('role', 'option')
  option.setAttribute('aria-selected', 'false')
  option.append(make('span', 'name', name), ' ', make('span', 'what', description))
  return option
}

function suggestAddress({ dataset: { suggest, type } }, prefix) {
  const query = new URLSearchParams({ prefix, limit: MOST })
  if (type) query.set('type', type)
  return `${suggest}?${query}`
}

/** The page of a record: its id is a path below that of the server. */
const pageOf = ({ dataset: { suggest } }, id) =>
  `${suggest.slice(0, -SUGGEST.length)}/${id.split('/').map(encodeURIComponent).join('/')}`

// --- Details of the marks of charts ---

const detail = make('div', 'detail')
detail.hidden = true
// The mark itself has the text as its label.
detail.setAttribute('aria-hidden', 'true')
/** The mark that was touched last. */
let touched

const hideDetail = () => {
  detail.hidden = true
  touched = undefined
}

function showDetail(link) {
  detail.textContent = link.getAttribute('aria-label')
  detail.hidden = false
  const box = link.getBoundingClientRect()
  const { clientWidth } = document.documentElement
  const middle = box.left + box.width / 2 - detail.offsetWidth / 2
  const left = Math.max(4, Math.min(middle, clientWidth - detail.offsetWidth - 4))
  const above = box.top - detail.offsetHeight - 6
  detail.style.left = `${left + scrollX}px`
  detail.style.top = `${(above < 0 ? box.bottom + 6 : above) + scrollY}px`
}

/** Shows the titles of marks in a box, for pointers, keys and touch; one mark of a chart can be reached by Tab, the others by arrows. */
function describeMarks(chart) {
  const links = [...chart.querySelectorAll('a')].filter(link => link.querySelector('title'))
  for (const link of links) {
    const title = link.querySelector('title')
    link.setAttribute('aria-label', title.textContent)
    title.remove()
  }
  links[0]?.setAttribute('tabindex', '0')
  const markOf = ({ target }) => links.find(link => link.contains(target))
  const show = event => {
    const link = markOf(event)
    if (link) showDetail(link)
  }
  chart.addEventListener('pointerover', event => event.pointerType !== 'touch' && show(event))
  chart.addEventListener('pointerout', event => event.pointerType !== 'touch' && hideDetail())
  chart.addEventListener('focusin', show)
  chart.addEventListener('focusout', hideDetail)
  // The first touch shows what the second one opens.
  chart.addEventListener('click', event => {
    const link = markOf(event)
    if (event.pointerType !== 'touch' || !link || link === touched) return
    event.preventDefault()
    showDetail(link)
    touched = link
  })
  chart.addEventListener('keydown', event => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    const next = links[links.indexOf(document.activeElement) + step]
    if (event.key === 'Escape') hideDetail()
    if (!next) return
    event.preventDefault()
    document.activeElement.setAttribute('tabindex', '-1')
    next.setAttribute('tabindex', '0')
    next.focus()
  })
}

// --- Zoom of time axes ---

const DAY = 86_400_000
/** Pixels that a pointer moves before it drags. */
const LEAST_DRAG = 8

const isoDay = day => new Date(day * DAY).toISOString().slice(0, 10)

/** The address of this page with another span of time. */
function addressFor(from, to) {
  const address = new URL(location)
  for (const name of ['from', 'to', 'cursor']) address.searchParams.delete(name)
  if (from) address.searchParams.set('from', from)
  if (to) address.searchParams.set('to', to)
  return address
}

/** Lets a pointer select a span of time on a chart. */
function zoom(chart) {
  const [first, last, left, right] = ['first', 'last', 'left', 'right'].map(name =>
    Number(chart.dataset[name]),
  )
  const span = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
  span.setAttribute('class', 'zoom-span')
  const { width: units, height } = chart.viewBox.baseVal
  span.setAttribute('height', height)
  let begin
  let isDragged = false

  const placeOf = ({ clientX }) => {
    const box = chart.getBoundingClientRect()
    const x = ((clientX - box.left) / box.width) * units
    return Math.min(Math.max(x, left), right)
  }
  const dayAt = x => first + ((x - left) / (right - left)) * (last + 1 - first)
  const draw = event => {
    const ends = [begin.x, placeOf(event)].sort((a, b) => a - b)
    span.setAttribute('x', ends[0])
    span.setAttribute('width', ends[1] - ends[0])
    return ends
  }
  const stop = () => {
    begin = undefined
    span.remove()
  }
  chart.addEventListener('pointerdown', event => {
    isDragged = false
    if (event.button === 0 && event.pointerType !== 'touch')
      begin = { x: placeOf(event), clientX: event.clientX }
  })
  chart.addEventListener('pointermove', event => {
    // The button may have been let go elsewhere.
    if (!(event.buttons & 1)) begin = undefined
    if (!begin) return
    if (!isDragged && Math.abs(event.clientX - begin.clientX) < LEAST_DRAG) return
    if (!isDragged) {
      isDragged = true
      chart.setPointerCapture(event.pointerId)
      chart.append(span)
      hideDetail()
    }
    draw(event)
  })
  chart.addEventListener('pointerup', event => {
    if (!begin || !isDragged) return stop()
    const [from, to] = draw(event).map(dayAt)
    stop()
    const start = Math.min(Math.floor(from), last)
    location.assign(addressFor(isoDay(start), isoDay(Math.max(Math.ceil(to) - 1, start))))
  })
  chart.addEventListener('pointercancel', () => {
    isDragged = false
    stop()
  })
  // A drag over a mark does not open it, nor take its address along.
  chart.addEventListener('click', event => isDragged && event.preventDefault(), true)
  chart.addEventListener('dragstart', event => event.preventDefault())
}

/** A button that shows all of the time again. */
function offerZoomOut(chart) {
  const query = new URLSearchParams(location.search)
  if (!query.get('from') && !query.get('to')) return
  const section = chart.closest('section')
  const button = make('button', 'zoom-out', words.zoomOut)
  button.type = 'button'
  button.addEventListener('click', () => location.assign(addressFor()))
  section.classList.add('zoomed')
  section.append(button)
}

// --- Copying ---

const status = make('p', 'hidden')
status.setAttribute('role', 'status')

/** Whether a text could be copied: a browser may forbid it. */
async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyOldWay(text)
  }
}

function copyOldWay(text) {
  const area = make('textarea', 'hidden')
  area.value = text
  document.body.append(area)
  area.select()
  // Pages without encryption have no other way.
  const isCopied = document.execCommand('copy')
  area.remove()
  return isCopied
}

/** Adds a button to a text that copies it. */
function offerCopy(element) {
  const text = element.textContent.trim()
  const frame = make('div', 'copied')
  const button = make('button', 'copy-button', words.copy)
  button.type = 'button'
  const say = label => {
    button.textContent = label
    status.textContent = label === words.copy ? '' : label
  }
  button.addEventListener('click', async () => {
    const isCopied = await copyText(text)
    if (!isCopied) getSelection().selectAllChildren(element)
    button.focus()
    say(isCopied ? words.copied : words.failed)
    setTimeout(say, 2_000, words.copy)
  })
  element.replaceWith(frame)
  frame.append(element, button)
}

// --- All of it ---

document.body.append(detail, status)
for (const [number, input] of document.querySelectorAll('input[data-suggest]').entries())
  complete(input, number)
for (const chart of document.querySelectorAll('svg.chart')) describeMarks(chart)
// Only a list that can be limited to a span of time can be zoomed.
if (document.querySelector('.filters [name=from]'))
  for (const chart of document.querySelectorAll('svg.chart[data-first]')) {
    zoom(chart)
    offerZoomOut(chart)
  }
for (const element of document.querySelectorAll('.copy')) offerCopy(element)
