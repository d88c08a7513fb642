import { join } from 'node:path'
import { projectRoot, seedFolder } from '../dataset/project.ts'
import { releaseWithReadme } from './release-readme.ts'

const [page, args] = [join(projectRoot, 'README.md'), process.argv.slice(2)]
process.exitCode = await releaseWithReadme(seedFolder, page, new Date(), args, console)
