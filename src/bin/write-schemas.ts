import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { editorSchemas } from '../build/seed/schemas.ts'
import { projectRoot } from '../dataset/project.ts'

const [folder = join(projectRoot, 'seed/schemas')] = process.argv.slice(2)
mkdirSync(folder, { recursive: true })
for (const [name, text] of Object.entries(editorSchemas())) writeFileSync(join(folder, name), text)
