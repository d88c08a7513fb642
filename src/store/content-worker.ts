import workerpool from 'workerpool'
import { contentHash } from './content.ts'
import { lowerPriority } from './priority.ts'

const NICENESS = 10
lowerPriority(NICENESS)

workerpool.worker({ hash: contentHash })
