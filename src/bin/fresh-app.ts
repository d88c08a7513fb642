import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { buildApp } from '../app.ts'
import { readConfig } from '../config.ts'
import { RELEASES } from '../model/release.ts'
import { Quotes } from '../queries/quotes.ts'
import { version } from '../server.ts'
import { buildDataset } from '../store/build.ts'
import { CurrentDataset } from '../store/current.ts'
import { writeReleaseRecords } from '../store/exports/release-records.ts'
import { writeExports } from '../store/exports/write.ts'
import { projectRoot } from '../store/fingerprint.ts'
import { readReleases } from '../store/release-files.ts'

/** The dataset of the examples and the tests: it stays as it is when data is added. */
export const frozenSeed = join(projectRoot, 'test/fixtures/seed')

/** Runs something on an app over a dataset built just now from a seed, and cleans up. */
export async function withFreshApp(
  seed: string,
  run: (app: FastifyInstance) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'events-'))
  const file = join(folder, 'events.sqlite')
  buildDataset(seed, file)
  await writeExports(file)
  await writeReleaseRecords(readReleases(join(seed, RELEASES)), file)
  const datasets = new CurrentDataset(file)
  const config = readConfig({ LOG_LEVEL: 'silent', RATE_LIMIT: '0' })
  const app = await buildApp({
    config,
    datasets,
    quotes: new Quotes(),
    version,
    now: () => new Date(0),
    // Injected requests alone never end a turn of the event loop.
    pressure: { maxEventLoopDelay: 0 },
  })
  try {
    await run(app)
  } finally {
    await app.close()
    await datasets.close()
    rmSync(folder, { recursive: true })
  }
}
