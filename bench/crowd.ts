import { setTimeout } from 'node:timers/promises'
import { CROWDED } from './goals.ts'
import { type Server, untilCalm } from './launch.ts'
import { drive, driveAtRate, type Request, writeRequests } from './load.ts'
import type { Effort, Figures } from './measure.ts'
import { median, percentile } from './medians.ts'
import { questions } from './questions.ts'
import { random, type Subjects } from './subjects.ts'
import { worstRequests } from './worst-requests.ts'

const PER_SECOND = 2_000
const CROWD = 8
const MANY = 1_000

/** Everything that is worst, in turn, each time different. */
export function worstOfAll(subjects: Subjects): Request[] {
  const kinds = Object.values(worstRequests)
  return Array.from({ length: MANY }, (_, i) =>
    (kinds[i % kinds.length] as (typeof kinds)[number])(subjects),
  )
}

/** How long single actions take at a fixed rate, alone and beside clients that send the worst requests; in microseconds. */
export async function measureCrowd(
  server: Server,
  subjects: Subjects,
  { rounds, seconds }: Effort,
  folder: string,
  figures: Figures,
) {
  const file = writeRequests(`${folder}/requests.worst.tsv`, worstOfAll(subjects))
  const ask = () =>
    driveAtRate(
      { url: server.url, paths: questions['by id'](subjects), seconds },
      PER_SECOND,
      folder,
    )
  const taken = { alone: [] as number[][], beside: [] as number[][] }
  const answers: number[] = []
  const refusals: number[] = []
  for (let round = 0; round < rounds; round++) {
    await untilCalm(server)
    taken.alone.push(await ask())
    const crowd = drive({
      ...{ url: server.url, file, connections: CROWD, seconds: seconds + 2 },
      start: random(MANY),
    })
    await setTimeout(1_000)
    taken.beside.push(await ask())
    const { requests, failed } = await crowd
    answers.push(requests)
    refusals.push(failed)
  }
  figures.set(`${CROWDED}/beside the worst/answers to the others`, median(answers))
  figures.set(`${CROWDED}/beside the worst/of these refused`, median(refusals))
  for (const [name, part] of [
    ['p50', 0.5],
    ['p99', 0.99],
  ] as const) {
    const of = (runs: number[][]) => median(runs.map(run => percentile(run, part)))
    figures.set(`${CROWDED}/alone/${name}`, of(taken.alone))
    figures.set(`${CROWDED}/beside the worst/${name}`, of(taken.beside))
  }
}
