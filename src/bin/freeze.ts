import { seedFolder } from '../dataset/project.ts'
import { frozenSeed } from './fresh-app.ts'
import { run } from './run.ts'
import { freeze } from './seed-commands.ts'

await run(() => freeze(seedFolder, frozenSeed, process.argv.slice(2), console))
