import { createReadStream, createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

// One character a byte, so that texts compare as their bytes do.
const BYTES = 'latin1'

const key = /^\{"\w+":"((?:[^"\\]|\\.)*)"/

/** The first value of a record, which tells it from all others of its collection; as it is written in the line. */
const keyOf = (line: string): string => key.exec(line)?.[1] as string

const toBytes = (text: string): string => Buffer.from(text).toString(BYTES)

/**
 * Writes a file of lines anew: without the records whose keys are gone, and with others in the place of those that
 * have their keys. The lines of a file are in the order of their bytes.
 */
export async function updateLines(old: string, target: string, changed: string[], gone: string[]) {
  const lines = changed.map(toBytes).sort()
  const dropped = new Set([
    ...lines.map(keyOf),
    ...gone.map(id => toBytes(JSON.stringify(id).slice(1, -1))),
  ])
  const output = createWriteStream(target, { flush: true, encoding: BYTES })
  await pipeline(Readable.from(merge(linesOf(old), lines, dropped)), output)
}

const linesOf = (path: string) =>
  createInterface({ input: createReadStream(path, BYTES), crlfDelay: Infinity })

async function* merge(old: AsyncIterable<string>, lines: string[], dropped: Set<string>) {
  let next = 0
  for await (const line of old) {
    if (dropped.has(keyOf(line))) continue
    while (next < lines.length && (lines[next] as string) < line) yield `${lines[next++]}\n`
    yield `${line}\n`
  }
  for (const line of lines.slice(next)) yield `${line}\n`
}
