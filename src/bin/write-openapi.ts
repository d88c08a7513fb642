import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describeApi } from '../http/examples.ts'
import { projectRoot } from '../store/fingerprint.ts'
import { withFreshApp } from './fresh-app.ts'

await withFreshApp(async app =>
  writeFileSync(join(projectRoot, 'openapi.yaml'), await describeApi(app)),
)
