import { seedFolder } from '../dataset/project.ts'
import { evidence } from './seed-commands.ts'

process.exitCode = evidence(seedFolder, process.argv.slice(2), console)
