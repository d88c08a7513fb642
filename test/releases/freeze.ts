import { rmSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { freeze } from '../../src/bin/seed-commands.ts'
import { callCommand } from '../fixtures/command.ts'
import { edit } from '../fixtures/seed.ts'
import { addActor, releaseSeed, smallSeed } from '../fixtures/small-seed.ts'

t.test('a freeze refuses a retired record that the frozen releases never had', async t => {
  const [live, frozen] = [smallSeed(t), smallSeed(t)]
  addActor(live, 'agency', 'old-mint', 'The Old Mint')
  for (const seed of [live, frozen]) releaseSeed(seed, '2026-11-22')
  rmSync(join(live, 'actors/old-mint.yaml'))
  const entry = '{ record: actors/old-mint, into: actors/mint, reason: merge, note: Why. }'
  edit(live, 'retired.yaml', '[]', `- ${entry}\n`)
  releaseSeed(live, '2026-11-23')
  const { code, err } = await callCommand(say => freeze(live, frozen, [], say))
  const unknown = /retired\.yaml:\d+:\d+: record: 'actors\/old-mint' was never released/
  const hint = /It has releases of its own: records that these never had cannot be in its retired/
  t.match({ code, err }, { code: 1, err: [unknown, hint] })
})

t.test('a frozen dataset without a release is refused', async t => {
  const { code, err } = await callCommand(say => freeze(smallSeed(t), smallSeed(t), [], say))
  t.equal(code, 1)
  t.match(err[0], 'seed/releases: has no release that could be made again')
})
