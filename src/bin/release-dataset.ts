import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../store/fingerprint.ts'
import { fillExamples } from './doc-examples.ts'
import { withFreshApp } from './fresh-app.ts'
import { release } from './seed-commands.ts'

const seed = join(projectRoot, 'seed')
const README = join(projectRoot, 'README.md')

process.exitCode = release(seed, new Date(), process.argv.slice(2), console)
if (process.exitCode === 0)
  await withFreshApp(seed, async app => {
    writeFileSync(README, await fillExamples(app, readFileSync(README, 'utf8')))
  })
