import { readConfig } from '../../src/config.ts'
import { start } from '../../src/server.ts'

const { close } = await start(readConfig(process.env))
process.on('SIGTERM', () => void close())
