import { execFileSync } from 'node:child_process'
import { comparisonsOf, comparisonsOfSizes, fixedAnswers } from './comparisons.ts'
import { startOthers, startOurs } from './contenders.ts'
import { measureCrowd } from './crowd.ts'
import { timeExports } from './exports.ts'
import { isInstalled, type Server, script } from './launch.ts'
import { type Comparison, type Effort, type Figures, inTurns } from './measure.ts'
import { median } from './medians.ts'
import { residentOf } from './process-figures.ts'
import { readSubjects, type Subjects } from './subjects.ts'
import { measureWorst } from './worst.ts'

/** What the stages of a run share: `folder` is for what they write on their way, `missing` says what was left out and why. */
export type Run = { folder: string; effort: Effort; figures: Figures; missing: string[] }

/** Our server over a dataset of one size. */
export type Sized = { file: string; server: Server; subjects: Subjects }

/** Starts our server, and keeps how long that took. */
export async function startSized(
  { figures, effort }: Run,
  size: string,
  file: string,
): Promise<Sized> {
  const times: number[] = []
  for (let round = 1; round < effort.rounds; round++) {
    const { milliseconds, stop } = await startOurs(file)
    times.push(milliseconds)
    await stop()
  }
  const server = await startOurs(file)
  figures.set(`our server/${size}/cold start, ms`, median([...times, server.milliseconds]))
  try {
    return { file, server, subjects: await readSubjects(server.url) }
  } catch (error) {
    await server.stop()
    throw error
  }
}

const tell = (what: string) => console.error(`Measuring ${what} …`)

async function compare({ effort, folder, figures }: Run, comparisons: Comparison[]) {
  for (const comparison of comparisons) {
    tell(comparison.name)
    await inTurns(comparison, effort, folder, figures)
  }
}

/** Ours beside the same bytes without work, and beside rivals. */
export async function measureAgainstOthers(run: Run, { server, file, subjects }: Sized) {
  const all = await startOthers(server, file, fixedAnswers(subjects), run.folder, run.missing)
  const { ours: _, ...others } = all
  try {
    await compare(run, await comparisonsOf(all, subjects))
  } finally {
    for (const other of Object.values(others)) await other.stop()
  }
}

function isThere(program: string, what: string, { missing }: Run): boolean {
  if (isInstalled(program)) return true
  missing.push(`${program} is not installed: ${what} was not measured.`)
  return false
}

/** What needs no rival that serves. */
export async function measureSmall(run: Run, { server, file, subjects }: Sized) {
  const { folder, effort, figures } = run
  tell('exports')
  if (isThere('sqlite3', 'exports', run) && isThere('curl', 'exports', run))
    await timeExports(server, file, effort, figures)
  tell('SQL statements')
  const [program, ...args] = [...script('count-statements.ts'), file, '/v1/actions?limit=100']
  figures.set('304/ours/statements', Number(execFileSync(program as string, args)))
  tell('a crowd')
  if (isThere('h2load', 'a fixed rate', run))
    await measureCrowd(server, subjects, effort, folder, figures)
  tell('the worst requests')
  await measureWorst(server, subjects, 'worst requests at 100,000', figures)
  figures.set('our server/small/memory, MB', residentOf(server.pid))
}

/** What must not grow with the dataset. */
export async function measureLarge(run: Run, small: Sized, file: string) {
  const large = await startSized(run, 'large', file)
  try {
    await compare(run, comparisonsOfSizes(small, large))
    tell('the worst requests')
    await measureWorst(large.server, large.subjects, 'worst requests at 1,000,000', run.figures)
    run.figures.set('our server/large/memory, MB', residentOf(large.server.pid))
  } finally {
    await large.server.stop()
  }
}
