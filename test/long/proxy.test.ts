import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { asyncBufferFromFile, asyncBufferFromUrl, parquetReadObjects } from 'hyparquet'
import t, { type Test } from 'tap'
import { addressesIn, crawl } from '../fixtures/addresses.ts'
import { everything, keysOf, testApp } from '../fixtures/app.ts'
import { addActor } from '../fixtures/drafts.ts'
import { freePort } from '../fixtures/free-port.ts'
import { startNginx, withNginx } from '../fixtures/nginx.ts'
import { ask } from '../fixtures/raw-http.ts'
import { opinion, seedWithRetired } from '../fixtures/retired.ts'

const seed = seedWithRetired(t)
addActor(seed, 'company', 'strange', 'A/B', '100% A', 'A? #B', 'A\\B+C;D', '%41', '"{Ä}" & 火')
const { file, get, datasets } = await testApp(t, { seed, exported: true })
const { version } = datasets.dataset.meta.release

/** A server behind a caching proxy, which removes the prefix; `base` is its public address. */
async function proxied(t: Test, prefix: string, settings: Record<string, string> = {}) {
  const port = await freePort()
  const base = `http://127.0.0.1:${port}${prefix}`
  const behind = { PUBLIC_URL: base, TRUST_PROXY: '1' }
  const { app } = await testApp(t, { built: file, settings: { ...behind, ...settings } })
  const { host } = new URL(await app.listen({ host: '127.0.0.1', port: 0 }))
  await startNginx(t, { port, prefix, upstream: host })
  return base
}

/** Tests a server behind nginx at an address of its own, and one below a path. */
function behindNginx(name: string, run: (t: Test, base: string) => Promise<void>, settings = {}) {
  for (const prefix of ['', '/crypto'])
    t.test(`${name}${prefix && ', below a path'}`, withNginx, async t =>
      run(t, await proxied(t, prefix, settings)),
    )
}

type Answer = Awaited<ReturnType<typeof ask>>
const cacheOf = ({ headers }: Answer) => headers['x-cache-status']
/** Whether nginx had the answer; after a minute it asks whether that is still right. */
const isKept = (answer: Answer) => cacheOf(answer) !== 'MISS'

const lists: [list: string, limit: number][] = [
  ['actions?', 9],
  ['actions?region=CN&sort=date&', 20],
  ['exchanges?', 3],
  ['agencies?', 3],
  ['actors?', 10],
  ['regions?', 9],
  ['documents?', 7],
  ['claims?', 100],
  ['vocabulary?', 50],
  ['releases?', 1],
  ['changes?', 400],
  ['search?q=china&', 10],
]

behindNginx('next_url leads through every record of a list', async (t, base) => {
  const throughNginx = async (path: string) => {
    const { statusCode, body } = await ask(new URL(path, base).href)
    return { statusCode, json: JSON.parse(body) } as Awaited<ReturnType<typeof get>>
  }
  for (const [list, limit] of lists) {
    const expected = await everything(get, `/v1/${list}limit=500`)
    const records = await everything(throughNginx, `${base}/v1/${list}limit=${limit}`)
    t.ok(expected.length > limit, list)
    t.strictSame(records, expected, list)
  }
})

const encodings: ((id: string) => string)[] = [
  encodeURIComponent,
  id => id.split('/').map(encodeURIComponent).join('/'),
]

behindNginx('ids open with raw and with encoded slashes', async (t, base) => {
  for (const list of ['claims', 'vocabulary', 'changes']) {
    const ids = await keysOf(get, `/v1/${list}?limit=500`)
    t.ok(ids.every(id => id.includes('/')))
    const wrong: string[] = []
    for (const address of ids.flatMap(id => encodings.map(encode => encode(id)))) {
      const { statusCode, body } = await ask(`${base}/v1/${list}/${address}`)
      const found = statusCode === 200 ? JSON.parse(body).data.id : statusCode
      if (found !== decodeURIComponent(address)) wrong.push(`${address}: ${found}`)
    }
    t.strictSame(wrong, [], list)
  }
})

const PART = 100_000

/** The sha256 of a file that is read part by part, after asking for its length. */
async function hashByParts(t: Test, address: string): Promise<string> {
  const { headers } = await ask(address, { method: 'HEAD' })
  const length = Number(headers['content-length'])
  const hash = createHash('sha256')
  for (let start = 0; start < length; start += PART) {
    const end = Math.min(start + PART, length) - 1
    const part = await ask(address, { headers: { range: `bytes=${start}-${end}` } })
    t.equal(part.headers['content-range'], `bytes ${start}-${end}/${length}`)
    hash.update(part.bytes)
  }
  return hash.digest('hex')
}

behindNginx('files are read by ranges', async (t, base) => {
  const { data } = JSON.parse((await ask(`${base}/v1/exports`)).body)
  const ranged = data.filter(({ url }: { url: string }) => /\.(?:parquet|sqlite)$/.test(url))
  t.ok(ranged.length > 10)
  for (const { url, sha256 } of ranged)
    t.equal(await hashByParts(t, new URL(url, base).href), sha256, url)

  for (const { url, bytes } of data) {
    const headers = { 'accept-encoding': 'gzip, br' }
    const { headers: sent } = await ask(new URL(url, base).href, { method: 'HEAD', headers })
    t.equal(sent['content-length'], String(bytes), url)
    t.equal(sent['content-encoding'], undefined)
  }
  const url = `${base}/v1/exports/${version}/actions.parquet`
  const remote = await parquetReadObjects({ file: await asyncBufferFromUrl({ url }) })
  const { folder } = datasets.exports.find(version, 'actions.parquet')!
  const local = await asyncBufferFromFile(join(folder, 'actions.parquet'))
  t.strictSame(remote, await parquetReadObjects({ file: local }))
})

const coded = [
  '/v1/actions',
  '/v1/actions?format=atom',
  '/v1/claims?format=ndjson',
  '/v1/actors?format=csv',
  `/v1/exports/${version}/claims.ndjson`,
]

behindNginx('each coding has its tag, from the server and from the cache', async (t, base) => {
  for (const path of coded) {
    const plain = await ask(base + path)
    for (const coding of ['identity', 'br', 'gzip']) {
      const isPlain = coding === 'identity'
      const headers = { 'accept-encoding': coding }
      const answers = [await ask(base + path, { headers }), await ask(base + path, { headers })]
      t.strictSame(answers.map(isKept), [false, true], `${path} ${coding}`)
      const etag = String(plain.headers.etag).replace(/"$/, isPlain ? '"' : `-${coding}"`)
      for (const answer of answers) {
        t.equal(answer.body, plain.body)
        t.equal(answer.headers.etag, etag)
        t.equal(answer.headers['content-encoding'], isPlain ? undefined : coding)
      }
      const held = await ask(base + path, { headers: { ...headers, 'if-none-match': etag } })
      t.strictSame([held.statusCode, held.headers.etag, held.body], [304, etag, ''])
      const other = await ask(base + path, { headers: { ...headers, 'if-none-match': '"x"' } })
      t.equal(other.statusCode, 200)
    }
  }
})

const starts: [url: string, status: number][] = [
  ['/', 200],
  ['/docs', 200],
  ['/docs/', 308],
  ['/docs/json', 200],
  ['/docs/static/index.html', 302],
  ['/openapi.json', 200],
  ['/llms.txt', 200],
  ['/.well-known/api-catalog', 200],
  ['/nothing', 404],
  ['/v1?format=jsonld', 200],
  ['/v1/actions/?limit=9', 308],
  ['/v1/actions?limit=9&format=atom', 200],
  ['/v1/actions?limit=9&format=jsonfeed', 200],
  [`/v1/actions/${opinion}`, 308],
  ['/v1/exports/latest/actions.csv', 307],
  [`/v1/exports/${version}/actions.csv`, 200],
  ['/v1/reconcile', 200],
]

behindNginx('every address begins with the public one, and opens', async (t, base) => {
  const opened: string[] = []
  const open = (address: string, method: string) => {
    opened.push(address.slice(base.length))
    return ask(address, { method })
  }
  await crawl(t, base, new Map(starts.map(([url, status]) => [base + url, status])), open)
  const page = ['swagger-ui.css', 'swagger-ui-bundle.js', 'swagger-initializer.js']
  for (const name of page) t.ok(opened.includes(`/docs/static/${name}`), name)
})

const hostile = {
  host: 'evil.example',
  'x-forwarded-host': 'evil.example',
  'x-forwarded-proto': 'javascript',
  'x-forwarded-prefix': '/evil',
  forwarded: 'host=evil.example;proto=javascript',
}

const kept = [
  '/v1',
  '/v1/',
  '/v1?format=jsonld',
  '/v1/actions?limit=1',
  '/v1/actions?limit=1&format=atom',
  '/v1/actions?limit=1&format=jsonfeed',
  '/v1/reconcile',
  '/v1/exports',
  '/v1/exports/latest/actions.csv',
  '/llms.txt',
  '/.well-known/api-catalog',
]

behindNginx('the headers of a client do not reach the answers to others', async (t, base) => {
  const seen = new Set()
  for (const path of kept) {
    const first = await ask(base + path, { headers: hostile })
    const second = await ask(base + path)
    t.strictSame([first, second].map(isKept), [false, true], path)
    seen.add(cacheOf(second))
    t.equal(second.body, first.body)
    t.notMatch(JSON.stringify([second.headers, second.body]), /evil|javascript:/)
    for (const address of addressesIn(second).filter(it => it.includes('//127.0.0.1')))
      t.ok(address.startsWith(base), address)
  }
  t.ok(seen.has('HIT'))
})

/** A path of which the proxy has no answer. */
const newPath = (number: number) => `/v1/actions?limit=${number}`

const RATE_LIMIT = 3

behindNginx(
  'the proxy names the client, whatever the client says',
  async (t, base) => {
    const client = (last: number) => async (number: number) => {
      const headers = { 'x-forwarded-for': `198.51.100.${number}` }
      const localAddress = `127.0.0.${last}`
      return (await ask(base + newPath(number), { headers, localAddress })).statusCode
    }
    const [one, two] = [client(1), client(2)]
    const numbers = Array.from({ length: RATE_LIMIT }, (_, i) => 1 + i)
    for (const number of numbers) t.equal(await one(number), 200)
    t.equal(await one(100), 429)
    for (const number of numbers) t.equal(await two(100 + number), 200)
    t.equal(await two(200), 429)
    t.equal(await one(1), 200, 'an answer from the proxy is not counted')
  },
  { RATE_LIMIT: String(RATE_LIMIT) },
)

behindNginx('a list of a long address leads to its next page', async (t, base) => {
  const actions = (await keysOf(get, '/v1/actions?limit=100')).slice(0, 100)
  const path = `/v1/claims?limit=1&record=${actions.map(id => `actions/${id}`)}`
  t.ok(path.length > 2_500)
  const { statusCode, headers } = await ask(base + path)
  t.equal(statusCode, 200)
  const [, next] = /<([^>]+)>; rel="next"/.exec(String(headers.link)) ?? []
  t.equal((await ask(new URL(String(next), base).href)).statusCode, 200)
  const redirected = await ask(base + path.replace('?', '/?'))
  t.equal(redirected.statusCode, 308)
  t.equal(new URL(String(redirected.headers.location), base).href, base + path)
})
