import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { freeze } from '../../src/bin/seed-commands.ts'
import { testApp } from '../fixtures/app.ts'
import { callCommand, importCommand, nothing } from '../fixtures/command.ts'
import { addActor } from '../fixtures/drafts.ts'
import { retire } from '../fixtures/retired.ts'
import { edit } from '../fixtures/seed.ts'
import {
  noticeFile,
  releasedSeed,
  releaseSeed,
  releasesIn,
  retitle,
  smallSeed,
} from '../fixtures/small-seed.ts'

const read = (...path: string[]) => readFileSync(join(...path), 'utf8')
const freezeInto = (frozen: string, live: string, ...names: string[]) =>
  callCommand(say => freeze(live, frozen, names, say))

t.test('a freeze copies named or all files, and keeps the versions of the releases', async t => {
  const [live, frozen] = [releasedSeed(t), releasedSeed(t)]
  retitle(live)
  addActor(live, 'agency', 'mint', 'The New Mint')
  addActor(frozen, 'agency', 'old-mint', 'The Old Mint')
  const out = ['1 files copied, 0 removed, 2026.11.0 released again.']
  t.strictSame(await freezeInto(frozen, live, noticeFile), { code: 0, out, err: [] })
  t.strictSame(releasesIn(frozen), releasesIn(live))
  const { get } = await testApp(t, { seed: frozen })
  const { data, meta } = (await get('/v1/actions/joint-notice-2021-09')).json
  t.match([data.title, meta.release], [/^Once/, '2026.11.0'])
  t.match((await get('/v1/actors/mint')).json.data, { name: 'The Mint' })

  const all = [/^\d+ files copied, 1 removed, 2026\.11\.0 released again\.$/]
  t.match(await freezeInto(frozen, live), { code: 0, out: all, err: nothing })
  for (const folder of ['actors', 'releases'])
    t.strictSame(readdirSync(join(frozen, folder)), readdirSync(join(live, folder)))
  t.equal(read(frozen, 'actors/mint.yaml'), read(live, 'actors/mint.yaml'))
})

t.test('a freeze that fails leaves the frozen dataset as it was', async t => {
  const [live, frozen] = [releasedSeed(t), releasedSeed(t)]
  retitle(frozen)
  releaseSeed(frozen, '2026-11-23')
  const before = releasesIn(frozen)
  const same = [/nothing would differ from the release before 2026\.11\.1/]
  t.match(await freezeInto(frozen, live), { code: 1, err: same })
  edit(live, noticeFile, '"type":"ban"', '"type":"bann"')
  const wrong = await freezeInto(frozen, live, noticeFile)
  t.match(wrong, { code: 1, err: [/'bann' is not allowed/] })
  t.strictSame(releasesIn(frozen), before)
  t.notMatch(read(frozen, noticeFile), 'bann')
  const missing = await importCommand(t, 'src/bin/freeze.ts', ['actors/no-such-actor.yaml'])
  t.match(missing, { code: 1, errors: /seed has no actors\/no-such-actor\.yaml/ })
})

t.test('a freeze refuses a retired record that the frozen releases never had', async t => {
  const [live, frozen] = [smallSeed(t), smallSeed(t)]
  addActor(live, 'agency', 'old-mint', 'The Old Mint')
  for (const seed of [live, frozen]) releaseSeed(seed, '2026-11-22')
  rmSync(join(live, 'actors/old-mint.yaml'))
  retire(live, [{ record: 'actors/old-mint', into: 'actors/mint', reason: 'merge', note: 'Why.' }])
  releaseSeed(live, '2026-11-23')
  const { code, err } = await freezeInto(frozen, live)
  const unknown = /retired\.yaml:\d+:\d+: record: 'actors\/old-mint' was never released/
  const hint = /It has releases of its own: records that these never had cannot be in its retired/
  t.match({ code, err }, { code: 1, err: [unknown, hint] })
})

t.test('a frozen dataset without a release is refused', async t => {
  const err = [/^seed\/releases: has no release that could be made again/]
  t.match(await freezeInto(smallSeed(t), smallSeed(t)), { code: 1, err })
})
