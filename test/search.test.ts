import { runParts } from './fixtures/parts.ts'

await runParts('search', 'reconcile')
