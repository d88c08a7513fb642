import { seedFolder } from '../dataset/project.ts'
import { evidence } from './evidence-command.ts'
import { run } from './run.ts'

await run(() => evidence(seedFolder, process.argv.slice(2), console))
