import type { Server } from './launch.ts'
import { drive, type Request, writeRequests } from './load.ts'
import { median } from './medians.ts'
import { cpuOf } from './process-figures.ts'

/** One of those that are compared: what it is asked, and where. */
export type Contender = { name: string; server: Server; requests: Request[]; etag?: string }

/** Each contender answers the same question. Few connections show how long an answer takes, many how many there are. */
export type Comparison = { name: string; connections: number; contenders: Contender[] }

/** What was measured: `<comparison>/<contender>/<unit>` → number. */
export type Figures = Map<string, number>

export type Effort = { rounds: number; seconds: number }

/** Requests a second, microseconds of the server's processor for each, and microseconds that half and 99 % of them took at most. */
const UNITS = ['rate', 'cpu', 'p50', 'p99'] as const
type Sample = Record<(typeof UNITS)[number], number>

/** Lets the contenders answer in turns, the other way round every other time, and keeps the medians. */
export async function inTurns(
  { name, connections, contenders }: Comparison,
  { rounds, seconds }: Effort,
  folder: string,
  figures: Figures,
) {
  const prepared = contenders.map(contender => ({
    ...contender,
    file: writeRequests(`${folder}/requests.${contender.name}.tsv`, contender.requests),
    start: 0,
    samples: [] as Sample[],
  }))
  for (const contender of prepared) await sample(contender, connections, 1)
  for (let round = 0; round < rounds; round++)
    for (const contender of round % 2 === 0 ? prepared : prepared.toReversed())
      contender.samples.push(await sample(contender, connections, seconds))
  for (const { name: contender, samples } of prepared)
    for (const unit of UNITS)
      figures.set(`${name}/${contender}/${unit}`, median(samples.map(values => values[unit])))
}

const MOST_FAILED = 0.001

/** Goes on in the file where the sample before has ended, so that nothing is asked twice. */
async function sample(
  contender: Contender & { file: string; start: number },
  connections: number,
  seconds: number,
): Promise<Sample> {
  const { server, file, start, etag, name } = contender
  const before = cpuOf(server.pid)
  const { requests, failed, p50, p99, ...took } = await drive({
    url: server.url,
    file,
    connections,
    seconds,
    start,
    etag,
  })
  contender.start += requests
  const cpu = cpuOf(server.pid) - before
  // A server that refuses is quick, and would seem to be good; so would one that never answers. Few are refused where
  // the machine itself stands still for a moment.
  if (failed > requests * MOST_FAILED)
    throw new Error(`${name}: ${failed} of ${requests} requests failed`)
  if (requests === 0)
    return {
      rate: 0,
      cpu: Number.POSITIVE_INFINITY,
      p50: Number.POSITIVE_INFINITY,
      p99: Number.POSITIVE_INFINITY,
    }
  return { rate: requests / took.seconds, cpu: cpu / requests, p50, p99 }
}
