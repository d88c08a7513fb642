import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { progressTo } from './progress.ts'
import { writeSynthetic } from './write.ts'

const { values } = parseArgs({ options: { actions: { type: 'string' }, file: { type: 'string' } } })
const count = Number(values.actions)
if (!Number.isInteger(count) || count < 1) {
  console.error('Usage: npm run synthesize -- --actions <how many> [--file <where to>]')
  process.exitCode = 2
} else synthesizeTo(values.file ?? `data/synthetic-${count}.sqlite`)

function synthesizeTo(file: string) {
  const draft = `${file}.${process.pid}.draft`
  // Each action is made twice, for itself and for the claims on it; the rest is putting in order.
  const progress = progressTo(2 * count)
  mkdirSync(dirname(file), { recursive: true })
  try {
    writeSynthetic(draft, count, progress.add)
    renameSync(draft, file)
  } finally {
    progress.end()
    rmSync(draft, { force: true })
  }
}
