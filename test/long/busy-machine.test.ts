import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { projectRoot } from '../../src/store/fingerprint.ts'
import { everything, type TestApp, testApp } from '../fixtures/app.ts'

const REQUESTS = 500
/** So many at once that no more searches wait than may. */
const AT_ONCE = 50

type Record = { [key: string]: unknown } & { title: string; name: string; id: string }

const wordsOf = (text: string) => text.match(/\p{Script=Latin}{4,}/gu) ?? []
/** Words that follow each other with nothing but a blank between them. */
const phrasesOf = (text: string) => text.match(/\p{Script=Latin}{4,} \p{Script=Latin}{4,}/gu) ?? []

/** Each value in an address of its own; `most` of them. */
const each = (most: number, values: string[], write: (value: string) => string) =>
  [...new Set(values)].slice(0, most).map(value => write(encodeURIComponent(value)))

/** Requests about what the dataset has, the searches first. */
async function requestsFrom({ get }: Pick<TestApp, 'get'>): Promise<string[]> {
  const all = (name: string) => everything(get, `/v1/${name}?limit=500`) as Promise<Record[]>
  const [actions, actors, regions] = [
    await all('actions'),
    await all('actors'),
    await all('regions'),
  ]
  const texts = actions.map(({ title, summary }) => `${title}. ${summary}`)
  const [words, phrases] = [texts.flatMap(wordsOf), texts.flatMap(phrasesOf)]
  const ids = actions.map(({ id }) => id)
  const actorIds = actors.map(({ id }) => id)
  const codes = regions.map(({ code }) => code as string)
  const names = actors.map(({ name }) => name)
  const quotedPhrases = phrases.map(phrase => `"${phrase}"`)
  const searches = [
    ...each(60, words, word => `/v1/search?q=${word}`),
    ...each(40, quotedPhrases, phrase => `/v1/search?q=${phrase}&in=actions`),
    ...each(40, words.reverse(), word => `/v1/actions?q=${word}&sort=relevance`),
    ...each(40, quotedPhrases.reverse(), phrase => `/v1/counts?group_by=type&q=${phrase}`),
  ]
  const others = [
    ...each(40, ids, id => `/v1/actions/${id}`),
    ...each(40, ids, id => `/v1/actions/${id}/claims`),
    ...each(40, ids, id => `/v1/actions/${id}/chain`),
    ...each(30, ids, id => `/v1/claims?record=actions/${id}&format=csv`),
    ...each(40, actorIds, id => `/v1/actors/${id}`),
    ...each(30, actorIds, id => `/v1/actions?actor=${id}&sort=-date&format=ndjson`),
    ...each(30, actorIds, id => `/v1/counts?group_by=month,region&actor=${id}`),
    ...each(30, codes, code => `/v1/actions?region=${code}&format=atom`),
    ...each(30, codes, code => `/v1/counts?group_by=year,kind&not_region=${code}&format=csv`),
    ...each(20, codes, code => `/v1/actors?region=${code}`),
    ...each(
      40,
      names,
      name => `/v1/reconcile?queries=%7B%22q%22:%7B%22query%22:%22${name}%22%7D%7D`,
    ),
    ...each(20, names, name => `/v1/reconcile/suggest/entity?prefix=${name}`),
  ]
  t.ok(searches.length > 100, `${searches.length} searches`)
  return [...searches, ...others].slice(0, REQUESTS)
}

function occupy(t: Test) {
  for (let loops = 0; loops < 4; loops++) {
    const loop = spawn(process.execPath, ['-e', 'for (;;);'])
    t.teardown(() => loop.kill('SIGKILL'))
  }
}

/** Starts the server without the instruments of the test; its address. */
async function serve(t: Test, env: { [name: string]: string }): Promise<string> {
  const command = ['-u', 'NODE_OPTIONS', process.execPath, 'src/bin/serve.ts']
  const options = { cwd: projectRoot, env: { ...process.env, ...env } }
  const server = spawn('env', command, options)
  t.teardown(() => server.kill())
  let output = ''
  while (!output.includes('/docs')) output += (await once(server.stdout, 'data'))[0]
  return /(http:\S+)\/docs/.exec(output)?.[1] as string
}

t.test('on a busy machine every request is answered', async t => {
  t.setTimeout(0)
  const served = await testApp(t, { seed: join(projectRoot, 'seed') })
  const requests = await requestsFrom(served)
  t.equal(new Set(requests).size, REQUESTS)
  occupy(t)
  const env = { DATABASE: served.file, PORT: '0', RATE_LIMIT: '0', LOG_LEVEL: 'error' }
  const origin = await serve(t, env)
  const waiting = requests.values()
  const times: [ms: number, request: string][] = []
  const client = async () => {
    for (const request of waiting) {
      const sent = performance.now()
      const answer = await fetch(origin + request)
      const body = await answer.text()
      times.push([performance.now() - sent, request])
      t.equal(answer.status, 200, answer.ok ? request : `${request}: ${body}`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, client))
  times.sort(([a], [b]) => b - a)
  t.comment('slowest answers, in milliseconds', times.slice(0, 10))
})
