import { setPriority } from 'node:os'
import workerpool from 'workerpool'
import { contentHash } from './content.ts'

const NICE = 10
setPriority(NICE)

workerpool.worker({ hash: contentHash })
