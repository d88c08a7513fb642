import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { shown } from '../../src/build/registers/compare/track.ts'
import { readRegisters } from '../../src/build/registers/read/folder.ts'
import { seedFolder } from '../../src/dataset/project.ts'
import { testApp } from '../fixtures/app.ts'
import { emptySeed } from '../fixtures/seed.ts'

const problems: string[] = []
const registers = new Map(readRegisters(seedFolder, problems).map(one => [one.value.id, one]))

const trackings = (id: string) => {
  const { tracks, ends } = registers.get(id)!
  return tracks.map(track => ({ track, end: ends.get(track), kind: shown(track.kinds) }))
}

t.test('the registers of the project say what their files say', async t => {
  t.strictSame(problems, [])
  const all = [...registers.keys()].flatMap(trackings)
  const granted = all.filter(({ track }) => shown(track.granted) !== undefined)
  t.ok(granted.length >= 520, `${granted.length} grants`)
  for (const id of ['jp-fsa-caesps', 'gb-fca-cryptoassets', 'us-ny-dfs-vce'])
    t.strictSame(registers.get(id)?.ends.size, 0, `the copy of ${id} ends nothing`)
})

t.test('44 firms in Korea: 16 ended by October 2025, three renamed', async t => {
  const korea = trackings('kr-fiu-vasps')
  const ended = korea.filter(({ end }) => end !== undefined)
  t.equal(korea.length, 44)
  t.equal(ended.length, 16)
  for (const { end } of ended)
    t.match(end, { how: 'listed-as-ended', between: { first: null, last: '2025-10-22' } })
  t.equal(korea.filter(({ track }) => track.names.versions.length > 1).length, 3)
})

t.test('Dubai: licences, approvals, and firms that share a reference', async t => {
  const seed = emptySeed(t)
  const folder = 'registers/ae-vara'
  mkdirSync(join(seed, 'registers'))
  cpSync(join(seedFolder, folder), join(seed, folder), { recursive: true })
  const { get } = await testApp(t, { seed })
  const list = async (query: string) => (await get(`/v1/licences?limit=500&${query}`)).json
  t.equal((await list('kind=licence')).meta.total, 53)
  const { data: approvals, meta } = await list('kind=approval-in-principle')
  t.equal(meta.total, 23)
  type Approval = { ended_by?: string; ended: { edtf: string } }
  const replaced = approvals.filter(({ ended_by }: Approval) => ended_by === 'successor')
  t.strictSame(replaced.map(({ ended }: Approval) => ended.edtf).sort(), [
    ...['2026-06-02', '2026-06-22', '2026-07-14'],
  ])
  const shared = (await list('number=VL/23/09/001')).data
  t.strictSame(shared.map(({ holder }: { holder: { name: string } }) => holder.name).sort(), [
    'BitGo MENA FZE',
    'CoinMENA FZE',
  ])
  const ids = async (url: string): Promise<string[]> =>
    (await get(url)).json.data.map(({ id }: { id: string }) => id)
  const licensed = await ids('/v1/actors?licensed_in=AE-DU&in_force_on=2026-07-01&limit=500')
  t.ok(licensed.includes('binance') && licensed.includes('tribe-tokenisation'))
  t.notOk(licensed.includes('flipster'), 'it had an approval in principle only')
  t.ok((await ids('/v1/actors?licensed_in=AE-DU&limit=500')).includes('flipster'))
})
