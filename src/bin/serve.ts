import { run } from './run.ts'

// Before the other modules are loaded: SIGHUP asks for a look at the dataset, and must not end a server that is starting.
process.on('SIGHUP', () => {})

await run(async () => (await import('./run-server.ts')).runServer())
