import { readConfig } from '../config.ts'
import { seedFolder } from '../dataset/project.ts'
import { refreshExports } from './refresh.ts'
import { build } from './seed-commands.ts'

const { DATABASE } = readConfig(process.env)
process.exitCode = build(seedFolder, DATABASE, console)
if (process.exitCode === 0) await refreshExports(seedFolder, DATABASE, console)
