import t from 'tap'
import { nearest } from '../../src/model/names.ts'
import { testApp } from '../fixtures/app.ts'
import { assertRefused } from '../fixtures/refusals.ts'

const { get } = await testApp(t)

/** What is given for a region, and the codes that may be meant. */
const regions: [given: string, ...codes: string[]][] = [
  // By habit, of another list, in lower case, without the right dash.
  ['UK', 'GB'],
  ['TUR', 'TR'],
  ['USA', 'US'],
  ['792', 'TR'],
  ['cn', 'CN'],
  ['cn-nm', 'CN-NM'],
  ['CN-NMG', 'CN-NM'],
  ['FR-75', 'FR-75C'],
  ['uk-eng', 'GB-ENG'],
  ['U.S.', 'US'],
  // Withdrawn by ISO, or reserved.
  ['BU', 'MM'],
  ['ZR', 'CD'],
  ['DD', 'DE'],
  ['TP', 'TL'],
  ['CS', 'RS', 'CZ', 'SK'],
  ['ANT', 'BQ', 'CW', 'SX'],
  ['RP', 'PH'],
  ['NO-23', 'NO-50'],
  ['CN-71', 'TW'],
  ['CN-91', 'HK'],
  // Names, former ones too, and as people type them.
  ['United Kingdom', 'GB'],
  ['south korea', 'KR'],
  ['Turkey', 'TR'],
  ['Burma', 'MM'],
  ['Yugoslavia', 'RS'],
  ['USSR', 'RU', 'AM', 'AZ'],
  ['Great Britain', 'GB'],
  ['Korea', 'KP', 'KR'],
  ['Macau', 'MO'],
  ['Chian', 'CN'],
  ['Swizerland', 'CH'],
  ["Cote d'Ivoire", 'CI'],
  ['Inner Mongolia', 'CN-NM'],
  ['Texas', 'US-TX'],
  ['Britain', 'GB'],
  ['Untied Kingdom', 'GB'],
  // Nothing is near.
  ...[
    ...['EL', 'ZZ', 'XX-1', 'zz', 'Narnia', 'mars', '??', 'the moon', 'Q148', 'TR-UE', 'CN-NN'],
    ...['US-XX', 'JP-99', 'GB-XYZ', 'GB-UKC', 'Holland', 'Persia', 'Bavaria', 'islands'],
    ...['ß', 'ﬁ', '-', 'u-sd-gbeng'],
  ].map((it): [string] => [it]),
]

t.test('an unknown region is answered with the codes that may be meant, or with none', async t => {
  for (const [given, ...codes] of regions)
    for (const parameter of ['region', 'not_region']) {
      const answer = await get(`/v1/actions?${parameter}=${encodeURIComponent(given)}`)
      const { did_you_mean } = assertRefused(t, answer, parameter)
      t.strictSame(did_you_mean, codes, given)
      for (const code of codes) t.equal((await get(`/v1/actions?region=${code}`)).statusCode, 200)
    }
})

t.test('the path of an unknown region names those that there are', async t => {
  const cases: [code: string, ...codes: string[]][] = [
    ['cn', 'CN'],
    ['CHN', 'CN'],
    ['China', 'CN'],
    ['CN-NMG', 'CN-NM'],
    ['CN-91', 'HK'],
    ['UK', 'GB'],
    ['??'],
  ]
  for (const [code, ...codes] of cases) {
    const answer = await get(`/v1/regions/${encodeURIComponent(code)}`)
    t.equal(answer.statusCode, 404)
    t.strictSame(answer.json.errors[0].did_you_mean, codes, code)
  }
})

/** A text, the candidates, and those that are near. */
const near: [text: string, candidates: string[], ...expected: string[]][] = [
  ['UK', ['HK', 'US', 'CN', 'UKR']],
  ['id', ['q', 'to', 'in']],
  ['typ', ['type', 'to'], 'type'],
  ['tpye', ['type', 'kind', 'to'], 'type'],
  ['form', ['format', 'from', 'q'], 'from', 'format'],
  ['kind', ['find', 'mind-map', 'type'], 'find'],
  ['joint-notice', ['joint-notice-2021-09', 'joint'], 'joint-notice-2021-09'],
  ['BAN', ['ban', 'bans'], 'ban', 'bans'],
  ['exchange', ['agency', 'person', 'company']],
]

t.test('only what is plausible is near', t => {
  for (const [text, candidates, ...expected] of near)
    t.strictSame(nearest(text, candidates), expected, text)
  t.end()
})
