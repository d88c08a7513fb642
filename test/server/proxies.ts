import t, { type Test } from 'tap'
import { readConfig } from '../../src/config.ts'
import { buildFor, testApp } from '../fixtures/app.ts'

const built = buildFor(t)

type Asked = [peer: string, forwarded?: string]

const LIMIT = 2

/** The statuses of requests that come from an address, with addresses in X-Forwarded-For. */
async function statusesOf(t: Test, TRUST_PROXY: string, requests: Asked[]) {
  const settings = { TRUST_PROXY, RATE_LIMIT: String(LIMIT) }
  const { app } = await testApp(t, { built, settings })
  const statuses: number[] = []
  for (const [remoteAddress, forwarded] of requests) {
    const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }
    const { statusCode } = await app.inject({ url: '/v1/regions/CN', remoteAddress, headers })
    statuses.push(statusCode)
  }
  return statuses
}

const [one, two] = ['198.51.100.1', '2001:db8::2']
const [proxy, far] = ['10.0.0.1', '10.0.0.2']

/** Requests of one client, which writes other addresses before its own; `write` is what proxies make of them. */
const spoofs = (write: (own: string) => Asked): Asked[] =>
  ['', '192.0.2.1, ', '192.0.2.2, ', `${proxy}, `, '127.0.0.1, ', 'nobody, '].map(write)

const sameClient: [TRUST_PROXY: string, write: (own: string) => Asked][] = [
  ['0', own => [one, `${own}${two}`]],
  ['1', own => [proxy, `${own}${one}`]],
  ['2', own => [proxy, `${own}${one}, ${far}`]],
  ['10.0.0.0/8', own => [one, `${own}${two}`]],
  ['10.0.0.0/8', own => [one, `${own}${proxy}`]],
  ['10.0.0.0/8', own => [proxy, `${own}${one}`]],
  ['10.0.0.0/8', own => [proxy, `${own}${one}, ${far}`]],
  [`${proxy}, ${far}`, own => [`::ffff:${proxy}`, `${own}${two}, ${far}`]],
  ['127.0.0.0/8', own => ['127.0.0.1', `${own}${two}`]],
]

t.test('a client cannot escape the limit by X-Forwarded-For', async t => {
  for (const [TRUST_PROXY, write] of sameClient) {
    const requests = spoofs(write)
    const expected = requests.map((_, i) => (i < LIMIT ? 200 : 429))
    t.strictSame(await statusesOf(t, TRUST_PROXY, requests), expected, `TRUST_PROXY=${TRUST_PROXY}`)
  }
})

t.test('the addresses of an IPv6 network are one client', async t => {
  const [near, other, next]: Asked[] = [['2001:db8::3'], ['2001:db8::ffff:1'], ['2001:db8:0:1::2']]
  const requests = [near, other, [two], next] as Asked[]
  t.strictSame(await statusesOf(t, '0', requests), [200, 200, 429, 200])
})

t.test('clients behind a trusted proxy are counted apart, and so is the proxy', async t => {
  for (const [TRUST_PROXY, peer] of [
    ['1', proxy],
    ['10.0.0.0/8', proxy],
    ['10.0.0.0/8', `::ffff:${proxy}`],
    ['fd00::/8, 10.0.0.1', 'fd00::1'],
  ] as const) {
    const each: Asked[] = [[peer, one], [peer, two], [peer]]
    const requests = [each, each, each].flat()
    const expected = requests.map((_, i) => (i < LIMIT * each.length ? 200 : 429))
    t.strictSame(await statusesOf(t, TRUST_PROXY, requests), expected, TRUST_PROXY)
  }
})

t.test('TRUST_PROXY refuses to trust everybody, and texts that are unclear', async t => {
  const everybody = ['true', 'yes', '0.0.0.0/0', '::/0']
  const unclear = ['-1', '1.5', '100', '1,2', ' 1', '10.0.0.1,', '10.1', '10.0.0.1/33', 'localhost']
  for (const TRUST_PROXY of [...everybody, ...unclear])
    t.throws(() => readConfig({ TRUST_PROXY }), /TRUST_PROXY='.*': neither the number of proxies/)
  for (const TRUST_PROXY of ['', '0', '00'])
    t.equal(readConfig({ TRUST_PROXY }).TRUST_PROXY, false, `'${TRUST_PROXY}'`)
})
