import { type Server, untilCalm } from './launch.ts'
import type { Request } from './load.ts'
import type { Figures } from './measure.ts'
import type { Subjects } from './subjects.ts'
import { worstRequests } from './worst-requests.ts'

const TIMES = 3

/**
 * Asks the worst requests one after the other. Keeps the milliseconds until the slowest answer to each began (what is
 * streamed goes on from there, in pieces), and whether one was neither an answer nor a 503 with Retry-After.
 */
export async function measureWorst(
  server: Server,
  subjects: Subjects,
  name: string,
  figures: Figures,
) {
  let wrong = 0
  let slowest = 0
  for (const [kind, make] of Object.entries(worstRequests))
    for (let time = 0; time < TIMES; time++) {
      await untilCalm(server)
      const { ms, status, isRight } = await ask(server.url, make(subjects))
      if (!isRight) wrong++
      if (ms > (figures.get(`${name}/${kind}/ms`) ?? 0)) {
        figures.set(`${name}/${kind}/ms`, ms)
        figures.set(`${name}/${kind}/status`, status)
      }
      slowest = Math.max(slowest, ms)
    }
  // One that is wrong has no time that would be good enough.
  figures.set(`${name}/the slowest of all/ms`, wrong > 0 ? Number.POSITIVE_INFINITY : slowest)
}

async function ask(url: string, [method, path, body]: Request) {
  const headers = body ? { 'content-type': 'application/x-www-form-urlencoded' } : undefined
  const began = performance.now()
  const answer = await fetch(url + path, { method, body, headers })
  const ms = performance.now() - began
  const { status } = answer
  await answer.body?.cancel()
  const isRight = status < 500 || (status === 503 && answer.headers.has('retry-after'))
  return { ms, status, isRight }
}
