import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { datasetFolder } from './dataset.ts'
import { readIds } from './questions.ts'
import { reportOf } from './report.ts'
import { launchOurs } from './servers.ts'
import * as stages from './stages.ts'

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '7' } } })
const run = { figures: new Map<string, number>(), rounds: Number(values.rounds) }
const missing: string[] = []
const [folder, small] = [await datasetFolder(100_000), await datasetFolder(10_000)]
const load = () => loadavg()[0]?.toFixed(1)
const [began, before] = [Date.now(), load()]
// This process and the clients that it starts run on the second core.
execFileSync('taskset', ['-cp', '1', String(process.pid)])

{
  await using server = await launchOurs('bench/servers/ours.ts', `${folder}/events.sqlite`)
  const bench = { ...run, server, folder, small, ids: await readIds(server.url) }
  for (const [name, measure] of Object.entries(stages)) {
    console.error(`Measuring ${name} …`)
    await measure(bench).catch(error => missing.push(`Not measured: ${name}, ${error.message}`))
  }
}

const day = new Date().toISOString().slice(0, 10)
const spent = `${Math.round((Date.now() - began) / 1_000)} s, medians of ${run.rounds} turns`
const loads = `Load average ${before} before, ${load()} after.`
const report = reportOf(run.figures, `\`npm run bench\`, ${day}: ${spent}. ${loads}`, missing)
writeFileSync('bench/results.md', report)
console.log(report)
