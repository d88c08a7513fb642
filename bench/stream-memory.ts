import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { projectRoot } from '../src/store/fingerprint.ts'
import { writeManyActions } from './many-actions.ts'

const MOST_MB = 64
const SAMPLE_MS = 20
const paths = [
  '/v1/actions?format=ndjson',
  '/v1/actions?format=csv',
  '/v1/actions?format=csv&shape=long',
]

/** Resident memory of a process in megabytes. */
const residentMb = ({ pid }: ChildProcess): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_024

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
async function extraMb(child: ChildProcess, url: string) {
  const before = residentMb(child)
  let most = before
  let done = false
  const sampling = (async () => {
    while (!done) {
      most = Math.max(most, residentMb(child))
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
  writeManyActions(join(projectRoot, 'seed'), file, count)
  const child = spawn(process.execPath, ['bench/serve.ts'], {
    env: { ...process.env, DATABASE: file, PORT: '0', LOG_LEVEL: 'silent', RATE_LIMIT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said] = await once(child.stdout, 'data')
  const address = String(said).trim()
  await drain(`${address}/v1/actions?limit=500`)
  let isWithin = true
  for (const path of paths) {
    const { bytes, lines, before, extra } = await extraMb(child, address + path)
    isWithin &&= extra <= MOST_MB
    console.log(
      `${count} actions  ${path.padEnd(36)} ${lines} lines, ${(bytes / 2 ** 20).toFixed(0)} MB sent, ${before.toFixed(0)} MB before, ${extra.toFixed(0)} MB more at the most`,
    )
  }
  child.kill()
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
