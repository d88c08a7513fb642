import { join } from 'node:path'
import { projectRoot, seedFolder } from '../dataset/project.ts'
import { releaseWithReadme } from './release-readme.ts'
import { run } from './run.ts'

const [page, args] = [join(projectRoot, 'README.md'), process.argv.slice(2)]
await run(() => releaseWithReadme(seedFolder, page, new Date(), args, console))
