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
  TRUST_PROXY: { accepted: { true: true }, refused: ['yes'] },
  PUBLIC_URL: {
    accepted: { 'https://Events.example/': 'https://events.example', 'http://a:80': 'http://a' },
    refused: ['a.example', 'http://a:b', 'ftp://a', 'https://a/api', 'https://a#a'],
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
        message: new RegExp(`^${name}='${text}': .`),
      })
  })

t.test('the error names every wrong setting', async t => {
  const message = /PORT='x'.*\nLOG_LEVEL='y'/
  t.throws(() => readConfig({ PORT: 'x', LOG_LEVEL: 'y' }), { message })
})
