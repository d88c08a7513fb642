import fs from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { buildDataset } from '../../src/build/build.ts'
import { writeExports } from '../../src/build/exports/write.ts'
import { projectRoot } from '../../src/dataset/project.ts'
import { collectionNames } from '../../src/model/collections.ts'
import { temporaryFolder } from '../fixtures/app.ts'
import { runCommand } from '../fixtures/command.ts'

t.test('a build in another time zone and language gives the same file, byte for byte', async t => {
  const built = join(temporaryFolder(t), 'elsewhere.sqlite')
  const elsewhere = { DATABASE: built, TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8' }
  const { code, output, errors } = await runCommand(t, 'src/bin/build-dataset.ts', [], elsewhere)
  t.equal(code, 0, errors)
  for (const name of collectionNames) t.match(output, new RegExp(`^${name} +\\d+$`, 'm'))
  const here = join(temporaryFolder(t), 'here.sqlite')
  buildDataset(join(projectRoot, 'seed'), here)
  t.ok(fs.readFileSync(built).equals(fs.readFileSync(here)))
  t.strictSame(await writeExports(built), await writeExports(here), 'with the same files')
})
