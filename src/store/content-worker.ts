import { getPriority, setPriority } from 'node:os'
import workerpool from 'workerpool'
import { contentHash } from './content.ts'

const NICE = 10
setPriority(Math.max(NICE, getPriority()))

workerpool.worker({ hash: contentHash })
