import type { FastifyInstance } from 'fastify'

const ORIGIN = 'http://127.0.0.1:3000'
// Some answers have the address of the server in them.
const headers = { host: new URL(ORIGIN).host }

const example = /(```sh\ncurl '([^']+)'\n```\n\n```json ?([^\n]*)\n)[^`]*```/g

/** A text with the answer below each example request in it, or the part of the answer that the fence names. */
export async function fillExamples(app: FastifyInstance, text: string): Promise<string> {
  const answers = new Map<string, string>()
  for (const [whole, head, url = '', part = ''] of text.matchAll(example)) {
    const { body } = await app.inject({ url: url.replace(ORIGIN, ''), headers })
    answers.set(whole, `${head}${print(partOf(JSON.parse(body), part))}\n\`\`\``)
  }
  return text.replaceAll(example, whole => answers.get(whole) as string)
}

/** What stands at a path such as `data[0].date` in a value. */
const partOf = (value: unknown, path: string): unknown =>
  (path.match(/[^.[\]]+/g) ?? []).reduce(
    (inner, key) => (inner as Record<string, unknown>)[key],
    value,
  )

const WIDTH = 200

/** JSON in lines of a length that can be read: what is short stands in one line. */
function print(value: unknown, indent = ''): string {
  const line = oneLine(value)
  const isShort = indent.length + line.length <= WIDTH
  if (typeof value !== 'object' || value === null || isShort) return line
  const inner = `${indent}  `
  const items = Array.isArray(value)
    ? value.map(item => print(item, inner))
    : Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${print(item, inner)}`)
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  return `${open}\n${items.map(item => inner + item).join(',\n')}\n${indent}${close}`
}

function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).map(([key, item]) => `"${key}": ${oneLine(item)}`)
  return `{${entries.join(', ')}}`
}
