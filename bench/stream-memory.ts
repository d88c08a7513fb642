import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { launch, type Server, script } from './launch.ts'
import { residentOf } from './process-figures.ts'
import { writeSynthetic } from './synthesize/write.ts'

const MOST_MB = 64
const SAMPLE_MS = 20
const paths = [
  '/v1/actions?format=ndjson',
  '/v1/actions?format=csv',
  '/v1/actions?format=csv&shape=long',
]

/** Reads an answer to its end. Returns its bytes and lines. */
async function drain(url: string): Promise<{ bytes: number; lines: number }> {
  const [answer] = await once(get(url), 'response')
  let [bytes, lines] = [0, 0]
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    bytes += chunk.length
    for (const byte of chunk) if (byte === 10) lines++
  }
  return { bytes, lines }
}

/** The most memory that a server takes beside what it had before, while it sends an answer. */
async function extraMb({ pid }: Server, url: string) {
  const before = residentOf(pid)
  let most = before
  let done = false
  const sampling = (async () => {
    while (!done) {
      most = Math.max(most, residentOf(pid))
      await setTimeout(SAMPLE_MS)
    }
  })()
  const sent = await drain(url)
  done = true
  await sampling
  return { ...sent, before, extra: most - before }
}

async function measure(count: number, folder: string): Promise<boolean> {
  const file = join(folder, `${count}.sqlite`)
  writeSynthetic(file, count)
  const server = await launch({
    command: () => script('servers/ours.ts'),
    ready: '/health/ready',
    env: { DATABASE: file, LOG_LEVEL: 'silent', RATE_LIMIT: '0' },
  })
  await drain(`${server.url}/v1/actions?limit=500`)
  let isWithin = true
  for (const path of paths) {
    const { bytes, lines, before, extra } = await extraMb(server, server.url + path)
    isWithin &&= extra <= MOST_MB
    console.log(
      `${count} actions  ${path.padEnd(36)} ${lines} lines, ${(bytes / 2 ** 20).toFixed(0)} MB sent, ${before.toFixed(0)} MB before, ${extra.toFixed(0)} MB more at the most`,
    )
  }
  await server.stop()
  return isWithin
}

const counts = process.argv.slice(2).map(Number)
const folder = mkdtempSync(join(tmpdir(), 'events-bench-'))
try {
  for (const count of counts.length > 0 ? counts : [10_000, 1_000_000])
    if (!(await measure(count, folder))) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true })
}
