import { join } from 'node:path'
import { readConfig } from '../config.ts'
import { projectRoot } from '../store/fingerprint.ts'
import { refreshExports } from './refresh.ts'
import { build } from './seed-commands.ts'

const { DATABASE } = readConfig(process.env)
const seed = join(projectRoot, 'seed')
process.exitCode = build(seed, DATABASE, console)
if (process.exitCode === 0) await refreshExports(seed, DATABASE, console)
