import { readFileSync, writeFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import stringify from 'json-stringify-pretty-compact'

const ORIGIN = 'http://127.0.0.1:3000'
const WIDTH = 200
// Some answers contain the address of the server.
const headers = { host: new URL(ORIGIN).host }

const example = /(```sh\ncurl '([^']+)'\n```\n\n```json ?([^\n]*)\n)[^`]*```/g

/** Writes the answer below each example request in a page, or the part of the answer that the fence names. */
export async function fillExamples(app: FastifyInstance, page: string) {
  let text = readFileSync(page, 'utf8')
  for (const [whole, head = '', url = '', path = ''] of text.matchAll(example)) {
    const answer = await app.inject({ url: url.replace(ORIGIN, ''), headers })
    const shown = stringify(partOf(answer.json(), path), { maxLength: WIDTH })
    text = text.replace(whole, () => `${head}${shown}\n\`\`\``)
  }
  writeFileSync(page, text)
}

/** The value at a path such as `data[0].date`. */
const partOf = (answer: object, path: string): unknown =>
  (path.match(/[^.[\]]+/g) ?? []).reduce((inner, key) => Reflect.get(inner, key), answer)
