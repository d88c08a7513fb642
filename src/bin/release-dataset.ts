import { join } from 'node:path'
import { projectRoot } from '../store/fingerprint.ts'
import { release } from './seed-commands.ts'

const today = new Date().toISOString().slice(0, 10)
process.exitCode = release(join(projectRoot, 'seed'), today, process.argv.slice(2), console)
