import { createReadStream, createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream/promises'

// One character a byte, so that texts compare as their bytes do.
const BYTES = 'latin1'

/** The first value of a record as the line has it: unique within its collection. */
const keyOf = (line: string): string => /^\{"\w+":"((?:[^"\\]|\\.)*)"/.exec(line)![1]!

const toBytes = (text: string): string => Buffer.from(text).toString(BYTES)

/**
 * Writes a file of lines again, without the records whose keys are gone; changed records replace those that have
 * their keys. The lines of a file are in the order of their bytes.
 */
export async function updateLines(old: string, target: string, changed: string[], gone: string[]) {
  const lines = changed.map(toBytes).sort()
  const goneKeys = gone.map(id => toBytes(JSON.stringify(id).slice(1, -1)))
  const dropped = new Set([...lines.map(keyOf), ...goneKeys])
  const oldLines = createInterface({ input: createReadStream(old, BYTES), crlfDelay: Infinity })
  const output = createWriteStream(target, { flush: true, encoding: BYTES })
  await pipeline(merge(oldLines, lines, dropped), output)
}

async function* merge(old: AsyncIterable<string>, lines: string[], dropped: Set<string>) {
  let next = 0
  for await (const line of old) {
    if (dropped.has(keyOf(line))) continue
    while (next < lines.length && lines[next]! < line) yield `${lines[next++]}\n`
    yield `${line}\n`
  }
  for (const line of lines.slice(next)) yield `${line}\n`
}
