import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { schemas } from '../build/seed/schemas.ts'
import { projectRoot } from '../dataset/project.ts'

const [folder = join(projectRoot, 'seed/schemas')] = process.argv.slice(2)
mkdirSync(folder, { recursive: true })
for (const [name, schema] of Object.entries(schemas)) {
  const text = JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)
  writeFileSync(join(folder, `${name}.json`), `${text}\n`)
}
