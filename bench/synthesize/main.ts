import { parseArgs } from 'node:util'
import { writeSynthetic } from './dataset.ts'

const options = { actions: { type: 'string' }, database: { type: 'string' } } as const
const { values } = parseArgs({ options })
const count = Number(values.actions)
const file = values.database ?? `data/synthetic-${count}.sqlite`
if (Number.isInteger(count) && count >= 1) {
  writeSynthetic(file, count)
  console.log(`Wrote ${file}: ${count} actions.`)
} else {
  console.error('Usage: npm run synthesize -- --actions <number> [--database <file>]')
  process.exitCode = 2
}
