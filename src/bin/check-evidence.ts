import { seedFolder } from '../dataset/project.ts'
import { run } from './run.ts'
import { evidence } from './seed-commands.ts'

await run(() => evidence(seedFolder, process.argv.slice(2), console))
