import { seedFolder } from '../dataset/project.ts'
import { run } from './run.ts'
import { remove } from './seed-commands.ts'

await run(() => remove(seedFolder, new Date(), process.argv.slice(2), console))
