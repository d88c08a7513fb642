import { mkdirSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writeExports } from '../src/store/exports/write.ts'
import { projectRoot } from '../src/store/fingerprint.ts'
import { benchFolder, datasetOf } from './dataset.ts'
import { stayAway } from './launch.ts'
import { driver } from './load.ts'
import type { Figures } from './measure.ts'
import { reportOf } from './report.ts'
import { measureAgainstOthers, measureLarge, measureSmall, type Run, startSized } from './stages.ts'

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    large: { type: 'boolean', default: false },
    date: { type: 'string', default: new Date().toISOString().slice(0, 10) },
  },
})
const SMALL = 100_000
const LARGE = 1_000_000

stayAway()
// What else the machine has to do is in every figure.
const [busy = 0] = loadavg()

const effort = options.quick ? { rounds: 5, seconds: 1 } : { rounds: 11, seconds: 1 }
const folder = join(benchFolder, 'run')
mkdirSync(folder, { recursive: true })
const run: Run = { folder, effort, figures: new Map() as Figures, missing: [] }

await writeExports(datasetOf(SMALL))
const small = await startSized(run, 'small', datasetOf(SMALL))
try {
  await measureAgainstOthers(run, small)
  await measureSmall(run, small)
  if (options.large) await measureLarge(run, small, datasetOf(LARGE))
} finally {
  await small.server.stop()
}

const how = `${effort.rounds} rounds of ${effort.seconds} s each, in turns, medians; driven by ${driver}; the server on one core, what asks it on another. Load average at the beginning: ${busy.toFixed(1)}.`
const report = reportOf(run.figures, { day: options.date, how, missing: run.missing })
writeFileSync(join(projectRoot, 'bench/results.md'), report)
console.log(report)
