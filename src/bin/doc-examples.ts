import type { FastifyInstance } from 'fastify'

const ORIGIN = 'http://127.0.0.1:3000'
// Some answers contain the address of the server.
const headers = { host: new URL(ORIGIN).host }

const example = /(```sh\ncurl '([^']+)'\n```\n\n```json ?([^\n]*)\n)[^`]*```/g

/** A text with the answer below each example request in it, or the part of the answer that the fence names. */
export async function fillExamples(app: FastifyInstance, text: string): Promise<string> {
  let filled = text
  for (const [whole, head = '', url = '', path = ''] of text.matchAll(example)) {
    const answer = await app.inject({ url: url.replace(ORIGIN, ''), headers })
    filled = filled.replace(whole, () => `${head}${print(partOf(answer.json(), path))}\n\`\`\``)
  }
  return filled
}

/** The value at a path such as `data[0].date`. */
const partOf = (answer: object, path: string): unknown =>
  (path.match(/[^.[\]]+/g) ?? []).reduce((inner, key) => Reflect.get(inner, key), answer)

const WIDTH = 200

/** JSON in lines of a readable length: short values take one line. */
function print(value: unknown, indent = '', width = WIDTH): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  const itemsIn = (deeper: string, width: number) =>
    Object.entries(value).map(([key, item]) => {
      const name = Array.isArray(value) ? '' : `${JSON.stringify(key)}: `
      return name + print(item, deeper, width)
    })
  const line = `${open}${itemsIn('', Infinity).join(', ')}${close}`
  if (indent.length + line.length <= width) return line
  const inner = `${indent}  `
  const items = itemsIn(inner, width).map(item => inner + item)
  return `${open}\n${items.join(',\n')}\n${indent}${close}`
}
