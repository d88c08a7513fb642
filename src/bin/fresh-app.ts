import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { buildApp } from '../app.ts'
import { readConfig } from '../config.ts'
import { Quotes } from '../queries/quotes.ts'
import { version } from '../server.ts'
import { buildDataset } from '../store/build.ts'
import { CurrentDataset } from '../store/current.ts'
import { writeExports } from '../store/exports/write.ts'
import { projectRoot } from '../store/fingerprint.ts'

/** Milliseconds for an answer: nobody waits for it but the program. */
const PATIENCE = 60_000

/** Runs something on an app over a dataset built just now from the seed, and cleans up. */
export async function withFreshApp(run: (app: FastifyInstance) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'events-'))
  const file = join(folder, 'events.sqlite')
  buildDataset(join(projectRoot, 'seed'), file)
  await writeExports(file)
  const datasets = new CurrentDataset(file, { searchBudget: PATIENCE })
  const config = readConfig({ LOG_LEVEL: 'silent', RATE_LIMIT: '0' })
  const app = await buildApp({
    config,
    datasets,
    quotes: new Quotes(),
    version,
    now: () => new Date(0),
    maxLoopDelay: 0,
    patience: PATIENCE,
  })
  try {
    await run(app)
  } finally {
    await app.close()
    await datasets.close()
    rmSync(folder, { recursive: true })
  }
}
