import { join } from 'node:path'
import { projectRoot } from '../store/fingerprint.ts'
import { evidence } from './seed-commands.ts'

process.exitCode = evidence(join(projectRoot, 'seed'), process.argv.slice(2), console)
