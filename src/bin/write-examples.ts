import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../dataset/project.ts'
import { fillExamples } from './doc-examples.ts'
import { frozenSeed, withFreshApp } from './fresh-app.ts'

const [folder = projectRoot] = process.argv.slice(2)
await withFreshApp(frozenSeed, async app => {
  for (const name of globSync('docs/*.md', { cwd: folder }).sort()) {
    const file = join(folder, name)
    writeFileSync(file, await fillExamples(app, readFileSync(file, 'utf8')))
  }
})
