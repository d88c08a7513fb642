import { join } from 'node:path'
import { readConfig } from '../config.ts'
import { projectRoot } from '../store/fingerprint.ts'
import { build } from './seed-commands.ts'

process.exitCode = build(join(projectRoot, 'seed'), readConfig(process.env).DATABASE, console)
