import { join } from 'node:path'
import { projectRoot, seedFolder } from '../dataset/project.ts'
import { code } from './code-command.ts'
import { run } from './run.ts'

const folders = {
  seed: seedFolder,
  drafts: join(projectRoot, 'drafts'),
  texts: join(projectRoot, 'texts'),
}

await run(() => code(folders, process.argv.slice(2), console))
