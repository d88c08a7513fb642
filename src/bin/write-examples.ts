import { globSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../dataset/project.ts'
import { fillExamples } from './doc-examples.ts'
import { frozenSeed, withFreshApp } from './fresh-app.ts'

const [folder = projectRoot] = process.argv.slice(2)
await withFreshApp(frozenSeed, async app => {
  for (const page of globSync(join(folder, 'docs/*.md')).sort()) await fillExamples(app, page)
})
