import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { publishDataset } from '../build/build.ts'
import { readConfig } from '../config.ts'
import { projectRoot } from '../dataset/project.ts'
import { openApp } from '../server.ts'

/** The dataset of the examples and the tests: it stays as it is when data is added. */
export const frozenSeed = join(projectRoot, 'test/fixtures/seed')

/** Runs something on an app over a dataset built just now from a seed, and cleans up. */
export async function withFreshApp(seed: string, run: (app: FastifyInstance) => Promise<void>) {
  const folder = mkdtempSync(join(tmpdir(), 'events-'))
  const file = join(folder, 'events.sqlite')
  await publishDataset(seed, file)
  const config = readConfig({ DATABASE: file, LOG_LEVEL: 'silent', RATE_LIMIT: '0' })
  const { app, datasets } = await openApp(config, { now: () => new Date(0), pressure: false })
  try {
    await run(app)
  } finally {
    await app.close()
    await datasets.close()
    rmSync(folder, { recursive: true })
  }
}
