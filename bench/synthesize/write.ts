import { writeDatabase } from '../../src/store/build.ts'
import { frame, synthesize } from './dataset.ts'

/** Writes a dataset file with so many actions; `made` is told of the records that have been made. */
export function writeSynthetic(file: string, count: number, made?: (records: number) => void) {
  writeDatabase(file, frame, synthesize(count, made), `synthetic ${count}`)
}
