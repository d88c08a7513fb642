import { seedFolder } from '../dataset/project.ts'
import { register } from './register-command.ts'
import { run } from './run.ts'

await run(async () => register(seedFolder, process.argv.slice(2), console))
