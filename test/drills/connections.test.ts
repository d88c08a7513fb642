import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import type { Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import t from 'tap'
import { get } from '../fixtures/raw-http.ts'
import { searchesOf, startServing } from '../fixtures/serving.ts'

for (const descriptors of [64, 1_024])
  t.test(`with ${descriptors} file descriptors, too many connections are refused`, async t => {
    const env = { METRICS_PORT: '0', LOG_LEVEL: 'warn' }
    const { open, statusOf, isRunning, said, url, until } = await startServing(t, {
      before: `ulimit -n ${descriptors}`,
      env,
    })
    const first = await open()
    const answerTo = async (path: string) => {
      first.write(get(path))
      const [head] = await once(first, 'data')
      return String(head)
    }
    t.match(await answerTo('/health/live'), /^HTTP\/1\.1 200/)
    const clients: Socket[] = []
    // One after another: those beyond the backlog of the system would seem to be open.
    while (clients.length < 2 * descriptors) clients.push(await open())
    await until(() => clients.filter(client => !client.closed).length < descriptors / 2)
    const late = await open()
    late.resume()
    await until(() => late.closed)
    for (const path of ['/v1/regions/CN', '/v1/search?q=mining&limit=1', '/health/ready'])
      t.match(await answerTo(path), /^HTTP\/1\.1 200/, path)
    await until(() => said.output.includes('connections refused'))
    for (const client of clients) client.destroy()
    await until(async () => (await statusOf('/v1')) === 200)
    const download = await fetch(`${url}/v1/exports/latest/events.sqlite`)
    t.ok((await download.arrayBuffer()).byteLength > 100_000)
    t.ok(isRunning())
    t.equal(said.errors, '')
  })

t.test(
  'while no file descriptor is left, no answer is wrong; then the service goes on',
  async t => {
    const before = 'ulimit -n 64'
    const env = { LOG_LEVEL: 'warn' }
    const { child, open, statusOf, isRunning, said, until } = await startServing(t, { before, env })
    const client = await open()
    const searcher = await open()
    await until(() => searchesOf(child).length > 0)
    client.write(get('/v1/exports/latest/events.sqlite'))
    const [head] = await once(client, 'data')
    const [, location = ''] = /^location: (\S+)/im.exec(String(head)) ?? []
    // Each of these answers opens a file, and waits for the one before, which is never read.
    client.pause()
    const isFull = () => readdirSync(`/proc/${child.pid}/fd`).length >= 63
    client.write(get(location).repeat(400))
    await until(isFull)
    // A search process that ends leaves descriptors, and the next one cannot be started.
    for (const search of searchesOf(child)) process.kill(search, 'SIGKILL')
    await until(() => !isFull())
    client.write(get(location).repeat(400))
    await until(isFull)
    searcher.write(get('/v1/search?q=mining'))
    const [refused] = await once(searcher, 'data')
    t.match(String(refused), /^HTTP\/1\.1 503 .*search-busy/s)
    const others = await Promise.all(Array.from({ length: 5 }, open))
    for (const other of others) other.end(get('/v1/regions/CN'))
    const answers = await Promise.all(others.map(other => text(other).catch(() => '')))
    for (const answer of answers) t.match(answer, /^(?:HTTP\/1\.1 200 .*)?$/s)
    t.ok(isRunning())
    await until(() => said.output.includes('request refused'))
    client.destroy()
    await until(async () => (await statusOf(location)) === 200)
    t.equal(await statusOf('/v1/search?q=mining'), 200)
    t.notMatch(said.output, /"level":[56]0/, 'no fault')
    t.equal(said.errors, '')
  },
)
