import t, { type Test } from 'tap'
import { nothing } from '../fixtures/command.ts'
import { addFile, dataFrom, registerSeed } from '../fixtures/register-seed.ts'
import { type Cells, description, header, listOf } from '../fixtures/registers.ts'

const { list } = description.layouts
const layouts = {
  list,
  /** A copy has the column of addresses under another name. */
  copy: { ...list, ignored: ['street'], as: 'normalised', official: 'copy', covers: [] },
}

const copyOf = (...rows: Cells[]) => listOf(...rows).replace('address', 'street')

/** A seed with readings, each a file of the register. */
async function seedOf(t: Test, ...files: [on: string, text: string][]) {
  const seed = registerSeed(t, { layouts })
  for (const [on, text] of files) {
    const { code, err } = await addFile(t, seed, on, text)
    if (code !== 0) throw new Error(err.join('\n'))
  }
  return seed
}

const licenceOf = async (t: Test, seed: string) =>
  (await dataFrom(t, seed, '/v1/licences?include=claims'))[0]

const on = (field: string) => (claim: { field: string }) => claim.field === field

t.test('a value that a copy alone has is its fault, also with a newer update', async t => {
  const cut = copyOf({ places: 'JE', changed: '20/02/2026', from: '09/01/2026' })
  const seed = await seedOf(t, ['2026-02-01', listOf({})], ['2026-03-01', cut])
  const licence = await licenceOf(t, seed)
  t.match(licence, { granted: { edtf: '2026-01-05' }, in_force: [{ regions: ['GG', 'JE'] }] })
  t.equal(licence.in_force.length, 1)
  t.match(licence.claims.filter(on('places')), [
    { status: 'accepted', document: 'je-list-2026-02-01' },
    { status: 'rival', rule: 'original-report', document: 'je-list-2026-03-01', value: ['JE'] },
  ])
  const action = '/v1/claims?record=actions/je-blue-anchor-je-granted&field=date'
  t.match(await dataFrom(t, seed, action), [
    { status: 'accepted' },
    { status: 'rival', rule: 'original-report' },
  ])
})

t.test('a copy between two official files neither covers nor confirms', async t => {
  const other = listOf({ firm: 'Red Buoy Ltd', LEI: '', site: '' })
  const seed = await seedOf(
    t,
    ['2026-02-01', listOf({})],
    ['2026-03-01', other.replace('address', 'street')],
  )
  const [licence] = await dataFrom(t, seed, '/v1/licences?q=anchor')
  t.match(licence, { ended: null, register: { last_listed: '2026-02-01' } })
  const [copied] = await dataFrom(t, seed, '/v1/licences?q=buoy')
  t.match(copied, { in_force: [{ first_listed: null, last_listed: null }] })
})

t.test('where there are only copies, they decide like official files', async t => {
  const seed = await seedOf(
    t,
    ['2026-02-01', copyOf({})],
    ['2026-03-01', copyOf({ services: 'b. advice on crypto-assets', changed: '20/02/2026' })],
  )
  t.match(await licenceOf(t, seed), {
    activities: ['advice'],
    steps: [{ type: 'licence-grant' }, { type: 'licence-change' }],
  })
})

t.test('a column that a reading lacks is not known, not empty', async t => {
  const { services: _, ...columns } = list.columns
  const seed = registerSeed(t, { layouts: { list, bare: { ...list, columns } } })
  await addFile(t, seed, '2026-02-01', listOf({}))
  const at = header.indexOf('services')
  const bare = listOf({}).replaceAll(/^.+$/gm, line => line.split(',').toSpliced(at, 1).join())
  t.match(await addFile(t, seed, '2026-03-01', bare), { code: 0, err: nothing })
  t.match(await licenceOf(t, seed), {
    activities: ['custody'],
    in_force: [{ last_listed: '2026-03-01' }],
  })
})
