import { readConfig } from '../config.ts'
import { seedFolder } from '../dataset/project.ts'
import { run } from './run.ts'
import { build } from './seed-commands.ts'

await run(() => build(seedFolder, readConfig(process.env).DATABASE, console))
