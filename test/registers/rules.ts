import t from 'tap'
import type { Facts } from '../../src/model/register.ts'
import { type Rule, rules } from '../../src/registers/rules.ts'
import { type Cells, header, lei, lineOf, listOf, read } from '../fixtures/registers.ts'

const file = (...lines: string[]) => [...lines, ''].join('\n')
const other = { LEI: '', firm: 'Other Ltd' }
const wider = (line: string) => line.replace(header.join(), `${header.join()},`)

type Case = { of: string | Cells; facts?: Facts; rows?: number }

/** An example of each rule, and the facts that come of it. */
const cases: Record<Rule, Case[]> = {
  'byte-order-mark': [{ of: `\uFEFF${listOf({})}` }],
  'empty-column': [{ of: file(wider(header.join()), `${lineOf({})},`) }],
  'empty-row': [{ of: file(header.join(), lineOf({}), header.map(() => '').join()), rows: 1 }],
  'repeated-row': [{ of: listOf({}, { address: '2 Quay' }), rows: 1 }],
  spaces: [
    { of: { firm: ' Blue  Anchor\u00A0Ltd\t' }, facts: { name: 'Blue Anchor Ltd' } },
    { of: { LEI: `${lei} ` }, facts: { lei, lei_as_reported: '' } },
  ],
  'line-breaks': [
    { of: { firm: '\r\nBlue Anchor\nLtd' }, facts: { name: 'Blue Anchor Ltd' } },
    { of: { services: 'a. keeping\r\nb. advice' }, facts: { services: 'a|b' } },
    { of: { site: 'www.b.je\nwww.a.je' }, facts: { domains: 'a.je|b.je' } },
  ],
  'empty-item': [
    { of: { places: 'JE|GG|' }, facts: { places: 'GG' } },
    { of: { services: 'a. keeping | | b. advice' }, facts: { services: 'a|b' } },
  ],
  'i-as-separator': [
    { of: { places: 'JE I GR I  IE' }, facts: { places: 'GR|IE' } },
    { of: { services: 'a. keeping I b. advice' }, facts: { services: 'a|b' } },
  ],
  'comma-as-separator': [
    { of: { places: 'JE, GG;IE' }, facts: { places: 'GG|IE' } },
    { of: { services: 'a. keeping; b. advice' }, facts: { services: 'a|b' } },
  ],
  'slash-as-separator': [{ of: { places: 'JE/GG / IE' }, facts: { places: 'GG|IE' } }],
  'space-as-separator': [{ of: { places: 'JE GG' }, facts: { places: 'GG' } }],
  'el-for-greece': [{ of: { places: 'JE|EL' }, facts: { places: 'GR' } }],
  'lower-case-place': [{ of: { places: 'JE|Gg' }, facts: { places: 'GG' } }],
  'repeated-place': [{ of: { places: 'JE|EL|GR' }, facts: { places: 'GR' } }],
  'home-not-listed': [{ of: { places: 'GG' }, facts: { home: 'JE', places: 'GG' } }],
  'no-places': [{ of: { places: '' }, facts: { home: 'JE', places: '' } }],
  'home-by-authority': [{ of: { body: 'GFSC', home: '' }, facts: { home: 'GG', places: 'JE' } }],
  'authority-by-other-name': [
    { of: { body: 'Commission' }, facts: { authority: 'je-fsc' } },
    { of: { body: 'GFSC', home: 'GG' }, facts: { authority: 'gg-fsc' } },
  ],
  'letter-missing': [{ of: { services: 'Advice on crypto-assets' }, facts: { services: 'b' } }],
  'letter-against-words': [{ of: { services: 'a. advice' }, facts: { services: 'b' } }],
  'several-services-in-one': [
    { of: { services: 'a. keeping advice' }, facts: { services: 'a|b' } },
  ],
  'other-words-for-service': [
    { of: { services: 'b. advice on crypto' }, facts: { services: 'b' } },
  ],
  'said-in-comments': [
    { of: { remarks: 'It HAS notified the FSC.' }, facts: { kind: 'notification', ended_by: '' } },
    { of: { remarks: 'ended at its own wish' }, facts: { kind: 'licence', ended_by: 'holder' } },
  ],
  'lei-missing': [{ of: { LEI: '' }, facts: { lei: '', row: 'je-fsc/blueanchorltd' } }],
  'lei-not-valid': [
    ...[lei.replace('03', '04'), '9.60E+19', `${lei}.`, lei.toLowerCase()].map(text => {
      const facts = { lei: '', lei_as_reported: text, row: 'je-fsc/blueanchorltd' }
      return { of: { LEI: text }, facts }
    }),
  ],
  'unreadable-letters': [{ of: { firm: 'Bl\uFFFDe' }, facts: { name: 'Bl\uFFFDe' } }],
  'two-alphabets': [{ of: { firm: 'Belayer О\u041ED' }, facts: { name: 'Belayer О\u041ED' } }],
  'several-brands': [
    { of: { brand: 'Blue Anchor Ltd | Anchor, Boat' }, facts: { brand: 'Anchor' } },
    { of: { brand: 'Blue Anchor Ltd|BLUE ANCHOR LTD' }, facts: { brand: '' } },
    { of: { brand: 'Anchor / Boat' }, facts: { brand: 'Anchor' } },
  ],
  'no-domain': [
    ...['n/a', 'The first bank', 'https.//anchor.je', 'ttps://a.je', 'me@a.je', 'www-a.je'].map(
      site => ({ of: { site }, facts: { domains: '' } }),
    ),
    { of: { site: 'https://me:secret@a.je', shop: 'B.je (soon)' }, facts: { domains: 'b.je' } },
  ],
  'shared-domain': [
    { of: { site: 'a.je', shop: 'https://apps.apple.com/a' }, facts: { domains: 'a.je' } },
    { of: { site: 'https://ie.linkedin.com/a' }, facts: { domains: '' } },
  ],
}

for (const [rule, list] of Object.entries(cases))
  t.test(`${rule}: ${rules[rule as Rule]}`, async t => {
    for (const { of, facts = {}, rows = 1 } of list) {
      const reading = read(typeof of === 'string' ? of : listOf(of))
      t.strictSame(reading.undecided, [])
      t.equal(reading.rules.get(rule as Rule), 1, 'it touched a row')
      t.equal(reading.rows.length, rows)
      t.match(reading.rows[0], facts)
    }
  })

t.test('a plain row needs no rule', async t => {
  const { rows, rules, undecided, left_out } = read(listOf({}))
  t.strictSame(
    { rules: [...rules], undecided, left_out },
    { rules: [], undecided: [], left_out: 0 },
  )
  t.match(rows, [{ name: 'Blue Anchor Ltd', places: 'GG', services: 'a', domains: 'anchor.je' }])
})

t.test('a rule counts rows, not cells', async t => {
  const spaced = { firm: ' Blue Anchor Ltd', places: ' JE|GG' }
  t.equal(read(listOf(spaced, { ...other, number: ' 1' }, {})).rules.get('spaces'), 2)
})

t.test('brands that only repeat the name are none; codes alone are services', async t => {
  const { rows, rules } = read(listOf({ brand: 'BLUE ANCHOR, Ltd.', services: 'b|a' }))
  t.match(rows, [{ brand: '', services: 'a|b' }])
  t.strictSame([...rules], [])
})
