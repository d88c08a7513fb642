import { readFileSync, writeFileSync } from 'node:fs'
import { type Document, isMap, isScalar, LineCounter, type Node, parseDocument, visit } from 'yaml'
import type { z } from 'zod'
import { didYouMean } from './nearest.ts'

/** A mistake in a seed file, as `file:line:column: reason`. */
export class SeedError extends Error {
  readonly problems: string[]

  constructor(problems: string[]) {
    super(problems.join('\n'))
    this.name = 'SeedError'
    this.problems = problems
  }
}

function readText(name: string, path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new SeedError([`${name}:1:1: ${(error as Error).message.replace(path, name)}`])
  }
}

/** A parsed YAML file that can still say where each of its values stands. */
export class YamlFile {
  readonly name: string
  readonly #path: string
  readonly #text: string
  readonly #insertions: [offset: number, text: string][] = []
  readonly #document: Document
  readonly #lines = new LineCounter()

  constructor(name: string, path: string) {
    this.name = name
    this.#path = path
    this.#text = readText(name, path)
    this.#document = parseDocument(this.#text, {
      lineCounter: this.#lines,
      prettyErrors: false,
      version: '1.2',
    })
    const faults = [...this.#document.errors, ...this.#document.warnings]
    const problems = faults.map(({ pos, message }) => this.#at(pos[0], message))
    visit(this.#document, {
      Alias: (_, alias) => {
        if (!alias.resolve(this.#document))
          problems.push(this.#at(alias.range?.[0] as number, `*${alias.source} stands for nothing`))
      },
    })
    if (problems.length > 0) throw new SeedError(problems)
  }

  #at(offset: number, reason: string) {
    const { line, col } = this.#lines.linePos(offset)
    return `${this.name}:${line}:${col}: ${reason}`
  }

  /** `reason` with the position of the value at `path`, or of the nearest thing around it that exists. */
  locate(path: PropertyKey[], reason: string): string {
    for (let length = path.length; length >= 0; length--) {
      const offset = this.#offsetOf(path.slice(0, length) as (string | number)[])
      if (offset !== undefined) return this.#at(offset, reason)
    }
    return this.#at(0, reason)
  }

  #offsetOf(path: (string | number)[]): number | undefined {
    const node = this.#document.getIn(path, true) as Node | undefined
    return node?.range?.[0]
  }

  /** Where the key itself stands, for a key that should not be there. */
  locateKey(path: PropertyKey[], key: string, reason: string): string {
    const map = this.#document.getIn(path as string[], true)
    const pair = isMap(map)
      ? map.items.find(item => isScalar(item.key) && item.key.value === key)
      : undefined
    const offset = (pair?.key as Node | undefined)?.range?.[0]
    return offset === undefined ? this.locate(path, reason) : this.#at(offset, reason)
  }

  /** Puts `key: value` behind the key `after` of the map at `path`, leaving all else in the file as it is; see save. */
  insert(path: PropertyKey[], after: string, key: string, value: string) {
    const map = this.#document.getIn(path as string[], true)
    const node = this.#document.getIn([...path, after] as string[], true) as Node | undefined
    if (!isMap(map) || !node?.range || !map.range)
      throw new Error(`${this.name} has no ${[...path, after].join('.')}`)
    const separator = map.flow ? ', ' : `\n${' '.repeat(this.#lines.linePos(map.range[0]).col - 1)}`
    this.#insertions.push([node.range[1], `${separator}${key}: ${JSON.stringify(value)}`])
  }

  /** Writes the insertions to the file, if there are any. */
  save() {
    let text = this.#text
    for (const [offset, inserted] of this.#insertions.toSorted((a, b) => b[0] - a[0]))
      text = text.slice(0, offset) + inserted + text.slice(offset)
    if (text !== this.#text) writeFileSync(this.#path, text)
  }

  /** The file's value as `schema` has it. Throws a SeedError naming every value that does not fit. */
  read<S extends z.ZodType>(schema: S): z.output<S> {
    const value: unknown = this.#document.toJS()
    const result = schema.safeParse(value, { reportInput: true })
    if (result.success) return result.data
    throw new SeedError(result.error.issues.flatMap(issue => this.#explain(issue)))
  }

  #explain(issue: z.core.$ZodIssue): string[] {
    if (issue.code === 'invalid_union') return this.#explainUnion(issue)
    const field = issue.path.join('.') || 'file'
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map(key =>
        this.locateKey(issue.path, key, `${field}: unknown key '${key}'`),
      )
    if (issue.code === 'invalid_value') {
      const allowed = issue.values.map(String)
      const hint = didYouMean(String(issue.input), allowed)
      return [
        this.locate(
          issue.path,
          `${field}: '${String(issue.input)}' is not one of ${allowed.join(', ')}${hint}`,
        ),
      ]
    }
    return [this.locate(issue.path, `${field}: ${issue.message}`)]
  }
  /** What keeps a value from the one of its forms that it comes nearest to. */
  #explainUnion({ path, errors }: z.core.$ZodIssueInvalidUnion): string[] {
    const [nearest = []] = errors.toSorted((a, b) => a.length - b.length)
    return nearest.flatMap(issue => this.#explain({ ...issue, path: [...path, ...issue.path] }))
  }
}
