import { join } from 'node:path'
import { projectRoot } from '../store/fingerprint.ts'
import { frozenSeed } from './fresh-app.ts'
import { freeze } from './seed-commands.ts'

process.exitCode = freeze(join(projectRoot, 'seed'), frozenSeed, process.argv.slice(2), console)
