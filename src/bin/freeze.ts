import { seedFolder } from '../dataset/project.ts'
import { frozenSeed } from './fresh-app.ts'
import { freeze } from './seed-commands.ts'

process.exitCode = freeze(seedFolder, frozenSeed, process.argv.slice(2), console)
