import { runParts } from './fixtures/parts.ts'

await runParts('pages')
