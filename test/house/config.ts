import t from 'tap'
import { readConfig } from '../../src/config.ts'

t.test('without variables the defaults hold', t => {
  t.strictSame(readConfig({}), {
    HOST: '127.0.0.1',
    PORT: 3000,
    DATABASE: 'data/events.sqlite',
    DOCUMENTS_DIR: undefined,
    RATE_LIMIT: 600,
    REQUEST_TIMEOUT: 10,
    LOG_LEVEL: 'info',
    TRUST_PROXY: false,
    PUBLIC_URL: undefined,
    METRICS_PORT: undefined,
  })
  t.end()
})

const accepted: [name: string, text: string, value: unknown][] = [
  ['HOST', '0.0.0.0', '0.0.0.0'],
  ['PORT', '0', 0],
  ['PORT', '65535', 65_535],
  ['DATABASE', '/tmp/a.sqlite', '/tmp/a.sqlite'],
  ['DOCUMENTS_DIR', 'documents', 'documents'],
  ['RATE_LIMIT', '0', 0],
  ['REQUEST_TIMEOUT', '1', 1],
  ['REQUEST_TIMEOUT', '3600', 3_600],
  ['LOG_LEVEL', 'silent', 'silent'],
  ['TRUST_PROXY', 'true', true],
  ['METRICS_PORT', '9464', 9464],
  ['PUBLIC_URL', 'https://Events.example/', 'https://events.example'],
  ['PUBLIC_URL', 'http://127.0.0.1:3000', 'http://127.0.0.1:3000'],
  ['PORT', '', 3000],
]

for (const [name, text, value] of accepted)
  t.test(`${name}='${text}' is taken`, t => {
    t.equal(readConfig({ [name]: text })[name as keyof ReturnType<typeof readConfig>], value)
    t.end()
  })

const refused: [name: string, text: string][] = [
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['PORT', '3000.5'],
  ['PORT', 'http'],
  ['PORT', '0x50'],
  ['RATE_LIMIT', ' '],
  ['RATE_LIMIT', '1e3'],
  ['RATE_LIMIT', '-1'],
  ['RATE_LIMIT', 'many'],
  ['REQUEST_TIMEOUT', '0'],
  ['REQUEST_TIMEOUT', '0.5'],
  ['REQUEST_TIMEOUT', '3601'],
  ['LOG_LEVEL', 'loud'],
  ['TRUST_PROXY', 'yes'],
  ['METRICS_PORT', '70000'],
  ['PUBLIC_URL', 'events.example'],
  ['PUBLIC_URL', 'http://a:b'],
  ['PUBLIC_URL', 'ftp://events.example'],
  ['PUBLIC_URL', 'https://events.example/api'],
  ['PUBLIC_URL', 'https://events.example#a'],
]

for (const [name, text] of refused)
  t.test(`${name}='${text}' is refused by name`, t => {
    t.throws(() => readConfig({ [name]: text }), {
      name: 'BadSettings',
      message: new RegExp(`^${name}='${text}': .`),
    })
    t.end()
  })

t.test('every setting that is wrong is named at once', t => {
  t.throws(() => readConfig({ PORT: 'x', LOG_LEVEL: 'y' }), {
    message: /PORT='x'.*\nLOG_LEVEL='y'/,
  })
  t.end()
})
