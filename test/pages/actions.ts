import t from 'tap'
import { type Answer, testApp } from '../fixtures/app.ts'
import { inventedSeed } from '../fixtures/invented.ts'
import { pageReader } from '../fixtures/pages.ts'

const app = await testApp(t)
const read = pageReader(app)

t.test('the list begins without licensing, as its address says', async t => {
  const bare = await app.ask({ url: '/actions' })
  t.match(bare, { statusCode: 302, headers: { location: '/actions?not_kind=licensing' } })
  const grants = await app.ask({ url: '/actions?not_kind=licensing&region=DE&kind=licensing' })
  t.match(grants, {
    statusCode: 302,
    headers: { location: '/actions?region=DE&kind=licensing' },
  })
  const first = await app.ask({ url: '/actions?kind=licensing&not_kind=licensing' })
  t.match(first, { statusCode: 302, headers: { location: '/actions?kind=licensing' } })
  const page = await read('/actions?not_kind=licensing')
  t.equal(page.status, 200)
  t.match(page.text, 'Events not of kind licensing, newest first.')
})

t.test('all events have an address of their own', async t => {
  const page = await read('/actions?kind=')
  const { meta } = (await app.get('/v1/actions')).json
  t.match(page.text, `${meta.total} events`)
  const canonical = page.all('link').find(({ attribs }) => attribs.rel === 'canonical')
  t.match(canonical?.attribs.href, /\/actions\?sort=-date$/)
  t.match((await read('/actions?sort=-date')).text, `${meta.total} events`)
})

t.test('the list has the actions that the API has for the same query', async t => {
  for (const query of ['region=CN', 'kind=industry&sort=date', 'q=mining', 'actor=huobi&limit=2']) {
    const { data, meta } = (await app.get(`/v1/actions?${query}`)).json
    const page = await read(`/actions?${query}`)
    t.match(page.text, new RegExp(`\\b${meta.total} events?\\b`), query)
    const listed = page.links.filter(({ text }) =>
      data.some((one: { title: string }) => one.title === text),
    )
    t.strictSame(
      listed.map(({ href }) => href),
      data.map((one: { id: string }) => `/actions/${one.id}`),
      query,
    )
    const next = page.links.find(({ text }) => text === 'Next page')?.href
    t.equal(next !== undefined, meta.next !== null, query)
    if (next) t.match(await read(next), { status: 200, text: /First page/ })
  }
})

t.test('by date, events that are still to come stand by themselves', async t => {
  const page = await read('/actions?sort=-date&not_kind=licensing')
  const genius = 'GENIUS Act bars the sale of unpermitted stablecoins to people in the US'
  const [, toCome = '', soFar = ''] = page.text.split(
    /After 30 November 2026|Up to 30 November 2026, or perhaps later/,
  )
  t.match(toCome, genius)
  t.match(toCome, 'Stablecoin rule, United States to come official source')
  t.notMatch(soFar, genius)
  t.match(soFar, 'France brings the second part of its ordinance on crypto-assets into force')
  const ahead = await read('/actions?sort=-date&region=US&from=2025')
  t.match(ahead.text, 'Up to 30 November 2026', 'the other events of the US surely come before')
  for (const query of ['sort=-added', 'to=2021', 'sort=-date&to=2021', 'date_field=effect_from'])
    t.notMatch((await read(`/actions?${query}`)).text, /After 30 November|Up to 30 November/, query)
})

/** The options of a field by their values. */
function optionsOf({ all }: Awaited<ReturnType<typeof read>>, name: string) {
  const select = all('select').find(({ attribs }) => attribs.name === name)!
  const options = all('option').filter(
    option => option.parent === select || option.parent?.parent === select,
  )
  return new Map(
    options.map(({ attribs, children }) => [
      attribs.value,
      (children[0] as { data?: string }).data,
    ]),
  )
}

t.test('each choice tells how many events it would give', async t => {
  const query = 'region=CN&kind=industry'
  const page = await read(`/actions?${query}`)
  for (const [name, others] of [
    ['type', query],
    ['kind', 'region=CN'],
    ['region', 'kind=industry'],
    ['activity', query],
  ] as const) {
    const options = [...optionsOf(page, name)].filter(([value]) => value !== '')
    t.ok(options.length > 1, name)
    for (const [value, label = ''] of options) {
      const { meta } = (await app.get(`/v1/actions?${others}&${name}=${value}&limit=1`)).json
      t.match(label, `(${meta.total})`, `${name}=${value}`)
    }
  }
})

t.test('a form keeps the parameters that it has no field for', async t => {
  const page = await read(
    '/actions?region=CN,HK&matter=cn-notice-2021-237,eu-mica&date_match=certain&kind=market,statement',
  )
  t.equal(page.status, 400, 'a rule that this dataset does not have')
  const kept = await read(
    '/actions?region=CN,HK&document=exit-from-china-2021-10&date_match=certain',
  )
  const hidden = kept.all('input').filter(({ attribs }) => attribs.type === 'hidden')
  t.strictSame(
    hidden.map(({ attribs }) => [attribs.name, attribs.value]),
    [
      ['date_match', 'certain'],
      ['document', 'exit-from-china-2021-10'],
    ],
  )
  t.equal(optionsOf(kept, 'region').get('CN,HK'), 'China or Hong Kong')
})

t.test('an empty list tells what is covered, and what is missing', async t => {
  const page = await read('/actions?region=CN&from=1990&to=1991')
  const { coverage } = (await app.get('/v1')).json.data
  t.match(page.text, '0 events')
  for (const { text } of coverage.gaps) t.ok(page.text.includes(text))
})

t.test('the list can be taken away in every format', async t => {
  const page = await read('/actions?region=CN&lanes=region&limit=5')
  for (const format of ['csv', 'ndjson', 'atom', 'ics']) {
    const address = `/v1/actions?format=${format}&region=CN`
    t.ok(
      page.links.some(({ href }) => href === address),
      address,
    )
    t.equal((await app.ask({ url: address })).statusCode, 200, address)
  }
  t.match(page.text, "curl 'http://127.0.0.1:3000/v1/actions?region=CN'")
})

t.test('the timeline draws each action over the days on which it may have happened', async t => {
  const { data } = (await app.get('/v1/actions?region=CN&limit=500')).json
  const { all } = await read('/actions?region=CN')
  const marks = all('a').filter(
    ({ parent }) => (parent as { attribs?: Record<string, string> })?.attribs?.class === 'lane',
  )
  t.equal(marks.length, data.length)
  for (const action of data) {
    const mark = marks.find(({ attribs }) => attribs.href === `/actions/${action.id}`)!
    const shape = mark.children.at(-1) as unknown as { attribs: Record<string, string> }
    const isDay = action.date.earliest === action.date.latest
    t.equal(/\bvague\b/.test(shape.attribs.class!), !isDay, action.id)
    t.equal(/\bplanned\b/.test(shape.attribs.class!), action.planned, action.id)
  }
})

t.test('a timeline shows the date that the query speaks of', async t => {
  const invented = await testApp(t, { seed: inventedSeed(t) })
  const readInvented = pageReader(invented)
  const dateOf: Record<string, (action: Answer['json']) => { latest: string | null }> = {
    due: ({ due }) => due,
    effect_from: ({ effect }) => effect.from,
    effect_until: ({ effect }) => effect.until,
  }
  for (const [field, read] of Object.entries(dateOf)) {
    const query = `date_field=${field}&from=2018&to=2024`
    const { data } = (await invented.get(`/v1/actions?${query}`)).json
    const { all } = await readInvented(`/actions?${query}`)
    const marks = all('a').filter(({ parent }) => Object(parent).attribs?.class === 'lane')
    t.ok(data.length > 0, field)
    t.equal(marks.length, data.length, field)
    const places = marks.map(({ children }) => {
      const { attribs } = Object(children.at(-1))
      return Number(attribs.cx ?? Number(attribs.x) + Number(attribs.width))
    })
    const lasts = marks.map(({ attribs }) => {
      const id = attribs.href!.slice('/actions/'.length)
      return read(data.find((one: Answer['json']) => one.id === id)).latest ?? '9999'
    })
    const inOrder = [...places.keys()].sort((a, b) => places[a]! - places[b]!)
    // Later days are drawn at the edge.
    const days = inOrder.map(at => Math.min(Number(lasts[at]!.slice(0, 4)), 2025))
    t.strictSame(days, days.toSorted(), field)
  }
})

t.test('lanes are kinds, places or actors', async t => {
  const lanesOf = async (lanes: string) => {
    const { all } = await read(`/actions?region=CN&lanes=${lanes}`)
    return all('text')
      .filter(({ attribs }) => attribs.class === 'lane-name')
      .map(({ children }) => (children[0] as { data?: string }).data)
  }
  t.ok((await lanesOf('kind')).includes('Regulation'))
  t.ok((await lanesOf('region')).includes('Inner Mongolia'))
  t.ok((await lanesOf('actor')).includes('Others'))
})

t.test('a picture is a file of its own', async t => {
  const { headers, body, statusCode } = await app.ask({ url: '/actions.svg?region=CN' })
  t.equal(statusCode, 200)
  t.equal(headers['content-type'], 'image/svg+xml; charset=utf-8')
  t.match(body, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[^>]*><style>/)
  t.match(headers['content-security-policy'], /^default-src 'none'; style-src 'sha256-/)
  t.equal(headers['cross-origin-resource-policy'], 'cross-origin')
  const refused = await read('/actions.svg?region=XY')
  t.match(refused.headers, { 'content-security-policy': /style-src 'self'/ })
})

t.test('an action shows who did what, where and when, and how we know it', async t => {
  const id = 'joint-notice-2021-09'
  const page = await read(`/actions/${id}`)
  t.equal(page.heading, 'Ten Chinese agencies ban cryptocurrency trading and mining')
  t.match(page.text, '24 September 2021')
  t.equal(page.linkTo("People's Bank of China"), '/actors/cn-peoples-bank-of-china')
  const evidence = (await app.get(`/v1/actions/${id}/claims`)).json.data
  for (const { claims, rivals } of evidence)
    for (const { document } of [...claims, ...rivals])
      t.ok(
        page.links.some(({ href }) => href === `/documents/${document}`),
        document,
      )
  t.match(page.text, 'Consistent Beijing', 'what agrees with an actor, in words of its own')
  t.match(page.text, 'Consistent Commercial transactions in virtual currency')
  const { citation } = (await app.get(`/v1/actions/${id}?include=citation`)).json.data
  t.ok(page.text.includes(citation.text))
})

t.test('causes and effects have their lags, and inferred links another line', async t => {
  const page = await read('/actions/joint-notice-2021-09')
  const { data } = (
    await app.get(
      '/v1/actions/joint-notice-2021-09/chain?depth=1&basis=inferred,stated-by-actor,stated-by-source',
    )
  ).json
  const effects = data.edges.filter(({ to }: { to: string }) => to === 'joint-notice-2021-09')
  t.ok(effects.length > 5)
  const items = page
    .all('li')
    .filter(({ attribs }) => ['stated', 'inferred'].includes(attribs.class!))
  for (const { from, basis } of effects) {
    const item = items.find(({ children }) =>
      children.some(
        child =>
          (child as { attribs?: Record<string, string> }).attribs?.href === `/actions/${from}`,
      ),
    )
    t.equal(item?.attribs.class === 'inferred', basis === 'inferred', from)
  }
  t.match(page.text, 'responds to this, on the same day (inferred')
})

t.test('rival accounts are shown beside the accepted value', async t => {
  const { data } = (await app.get('/v1/claims?status=rival')).json
  const claim = data.find(({ record }: { record: string }) => record.startsWith('actions/'))
  const page = await read(`/${claim.record}`)
  t.match(page.text, 'accounts differ')
  t.match(page.text, 'Not shown because of the rule:')
})

t.test('open, vague and planned dates are drawn and described as they are', async t => {
  const invented = await testApp(t, { seed: inventedSeed(t) })
  const readInvented = pageReader(invented)
  for (const lanes of ['kind', 'region', 'actor'])
    t.equal(
      (
        await readInvented(
          `/actions?id=invented-open,invented-decade,invented-forerunner,invented-interval&lanes=${lanes}`,
        )
      ).status,
      200,
    )
  const early = await readInvented('/actions?id=invented-forerunner&to=2005')
  t.match(early.text, '1 event')
  t.match((await readInvented('/actions/invented-open')).text, 'May 2021 or later')
  t.match((await readInvented('/actions/invented-decade')).text, 'the 2010s')
  for (const id of invented.datasets.dataset
    .all('actions')
    .array()
    .map(row => invented.datasets.dataset.record('actions', row).id))
    t.equal((await readInvented(`/actions/${id}`)).status, 200, id)
})
