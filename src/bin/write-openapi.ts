import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { projectRoot } from '../dataset/project.ts'
import { describeApi } from '../http/openapi/examples.ts'
import { frozenSeed, withFreshApp } from './fresh-app.ts'

const [file = join(projectRoot, 'openapi.yaml')] = process.argv.slice(2)
await withFreshApp(frozenSeed, async app => {
  const yaml = await describeApi(app)
  writeFileSync(file, yaml)
  // To read so much YAML takes half a second, which a start has no time for.
  writeFileSync(file.replace(/yaml$/, 'json'), JSON.stringify(parse(yaml)))
})
