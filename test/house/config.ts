import t from 'tap'
import { type Config, readConfig } from '../../src/config.ts'

const defaults = readConfig({})

/** Accepted texts of each setting with their values, and refused texts. */
const settings: Record<keyof Config, { accepted: Record<string, unknown>; refused: string[] }> = {
  HOST: { accepted: { '0.0.0.0': '0.0.0.0' }, refused: [] },
  PORT: {
    accepted: { 0: 0, 65535: 65_535, '': 3_000 },
    refused: ['65536', '-1', '3000.5', 'http', '0x50'],
  },
  DATABASE: { accepted: { '/tmp/a.sqlite': '/tmp/a.sqlite' }, refused: [] },
  DOCUMENTS_DIR: { accepted: { documents: 'documents' }, refused: [] },
  RATE_LIMIT: { accepted: { 0: 0 }, refused: [' ', '1e3', '-1', 'many'] },
  REQUEST_TIMEOUT: { accepted: { 1: 1, 3600: 3_600 }, refused: ['0', '0.5', '3601'] },
  LOG_LEVEL: { accepted: { silent: 'silent' }, refused: ['loud'] },
  TRUST_PROXY: {
    accepted: { 0: false, '': false },
    refused: [
      'true',
      'false',
      '-1',
      '1.5',
      '10.0.0.0/33',
      '10.0.0',
      'proxy.example',
      '10.0.0.1,',
      'loopback',
    ],
  },
  SHUTDOWN_GRACE: { accepted: { 1: 1, 60: 60 }, refused: ['0', '-1', 'long'] },
  PUBLIC_URL: {
    accepted: {
      'https://Events.example/': 'https://events.example',
      'http://a:80': 'http://a',
      'https://a/crypto/': 'https://a/crypto',
      'https://a/b/c': 'https://a/b/c',
    },
    refused: ['a.example', 'http://a:b', 'ftp://a', 'https://a?b', 'https://a#a', 'https://a@b'],
  },
  CONTACT: {
    accepted: {
      'a.b+c@events.example': { email: 'a.b+c@events.example' },
      'https://events.example/contact?to=us': { url: 'https://events.example/contact?to=us' },
    },
    refused: [
      'events.example',
      'http://events.example',
      'mailto:a@events.example',
      'a@b',
      'https://',
      'https://a b',
      'https://a/"><script>',
    ],
  },
  METRICS_PORT: { accepted: { 9464: 9_464 }, refused: ['70000'] },
}

for (const [name, { accepted, refused }] of Object.entries(settings))
  t.test(`${name} accepts and refuses texts`, async t => {
    for (const [text, value] of Object.entries(accepted))
      t.strictSame(readConfig({ [name]: text }), { ...defaults, [name]: value }, `'${text}'`)
    for (const text of refused)
      t.throws(() => readConfig({ [name]: text }), {
        name: 'BadSettings',
        message: new RegExp(`^${name}='${text.replaceAll('?', '\\?')}': .`),
      })
  })

t.test('proxies are trusted by number or by address', async t => {
  const cases: [text: string, address: string, hops: number, isTrusted: boolean][] = [
    ['1', '1.2.3.4', 0, true],
    ['1', '1.2.3.4', 1, false],
    ['2', '1.2.3.4', 1, true],
    ['10.0.0.0/8', '10.1.2.3', 5, true],
    ['10.0.0.0/8', '11.1.2.3', 0, false],
    ['10.0.0.1, ::1', '::1', 0, true],
    ['127.0.0.0/8', '::ffff:127.0.0.1', 0, true],
  ]
  for (const [text, address, hops, isTrusted] of cases) {
    const { TRUST_PROXY: isProxy } = readConfig({ TRUST_PROXY: text })
    t.equal(
      isProxy ? isProxy(address, hops) : undefined,
      isTrusted,
      `${text}: ${address} after ${hops}`,
    )
  }
})

t.test('the error names every wrong setting', async t => {
  const message = /PORT='x'.*\nLOG_LEVEL='y'/
  t.throws(() => readConfig({ PORT: 'x', LOG_LEVEL: 'y' }), { message })
})
