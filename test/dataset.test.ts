import { runParts } from './fixtures/parts.ts'

await runParts('seed', 'curate')
