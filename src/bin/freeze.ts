import { seedFolder } from '../dataset/project.ts'
import { freeze } from './freeze-seed.ts'
import { frozenSeed } from './fresh-app.ts'

process.exitCode = freeze(seedFolder, frozenSeed, process.argv.slice(2), console)
