import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describeApi } from '../http/examples.ts'
import { projectRoot } from '../store/fingerprint.ts'
import { withFreshApp } from './fresh-app.ts'

const [file = join(projectRoot, 'openapi.yaml')] = process.argv.slice(2)
await withFreshApp(async app => writeFileSync(file, await describeApi(app)))
