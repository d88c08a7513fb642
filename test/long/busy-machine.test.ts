import { spawn } from 'node:child_process'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { projectRoot } from '../../src/dataset/project.ts'
import { everything, type TestApp, testApp } from '../fixtures/app.ts'
import { startCommand } from '../fixtures/command.ts'
import { everyAnswer } from '../fixtures/every-answer.ts'

const REQUESTS = 500
/** So many at once that no more searches wait than may. */
const AT_ONCE = 50

const wordsIn = (text: string) => text.match(/\p{Script=Latin}{4,}/gu) ?? []
/** Pairs of words with only a space between them. */
const phrasesIn = (text: string) => text.match(/\p{Script=Latin}{4,} \p{Script=Latin}{4,}/gu) ?? []

/** One URL for each value; `most` of them. */
const each = (most: number, values: string[], write: (value: string) => string) =>
  [...new Set(values)].slice(0, most).map(value => write(encodeURIComponent(value)))

/** Requests for what the dataset has: searches, and URLs of every endpoint. */
async function requestsFor({ app, get }: TestApp): Promise<string[]> {
  const actions = await everything(get, '/v1/actions?limit=500')
  const texts = actions.map(({ title, summary }) => `${title}. ${summary}`)
  const words = texts.flatMap(wordsIn)
  const phrases = texts.flatMap(phrasesIn).map(phrase => `"${phrase}"`)
  const searches = [
    ...each(60, words, word => `/v1/search?q=${word}`),
    ...each(40, phrases, phrase => `/v1/search?q=${phrase}&in=actions`),
    ...each(40, words.toReversed(), word => `/v1/actions?q=${word}&sort=relevance`),
    ...each(40, phrases.toReversed(), phrase => `/v1/counts?group_by=type&q=${phrase}`),
  ]
  t.ok(searches.length > 100, `${searches.length} searches`)
  const others = [...(await everyAnswer(app)).keys()].filter(url => !searches.includes(url))
  const step = Math.floor(others.length / (REQUESTS - searches.length))
  return [...searches, ...others.filter((_, i) => i % step === 0)].slice(0, REQUESTS)
}

/** Keeps the processors busy. */
function occupy(t: Test) {
  for (let loops = 0; loops < 4; loops++) {
    const loop = spawn(process.execPath, ['-e', 'for (;;);'])
    t.teardown(() => loop.kill('SIGKILL'))
  }
}

t.test('on a busy machine every request is answered', async t => {
  t.setTimeout(0)
  const served = await testApp(t, { seed: join(projectRoot, 'seed'), exported: true })
  const requests = await requestsFor(served)
  t.equal(new Set(requests).size, REQUESTS)
  occupy(t)
  const env = { DATABASE: served.file, PORT: '0', RATE_LIMIT: '0', LOG_LEVEL: 'error' }
  const { said } = startCommand(t, 'src/bin/serve.ts', [], env)
  const [, origin = ''] = /(http:\S+)\/docs/.exec(await said('/docs')) ?? []
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
