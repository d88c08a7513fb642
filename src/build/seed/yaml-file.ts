import { readFileSync } from 'node:fs'
import { isMap, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml'
import type { z } from 'zod'
import { explainIssue } from '../../model/issues.ts'
import { SeedError, throwIfAny } from './seed-error.ts'

/** A parsed YAML file that knows the position of each of its values. */
export class YamlFile {
  readonly name: string
  readonly #lines = new LineCounter()
  readonly #document

  /** Throws a SeedError if the file cannot be read or is not YAML. */
  constructor(name: string, path: string) {
    this.name = name
    const options = { lineCounter: this.#lines, prettyErrors: false, version: '1.2' } as const
    this.#document = parseDocument(readText(name, path), options)
    const { errors, warnings } = this.#document
    const problems = [...errors, ...warnings].map(({ pos, message }) => this.#at(pos[0], message))
    visit(this.#document, {
      Alias: (_, alias) => {
        if (!alias.resolve(this.#document))
          problems.push(this.#at(alias.range?.[0], `there is no anchor &${alias.source}`))
      },
    })
    throwIfAny(problems)
  }

  #at(offset = 0, reason: string) {
    const { line, col } = this.#lines.linePos(offset)
    return `${this.name}:${line}:${col}: ${reason}`
  }

  /** `reason` after the position of the value at `path`, or of the nearest existing value around it. */
  locate(path: PropertyKey[], reason: string): string {
    const node = this.#document.getIn(path, true)
    if (isNode(node)) return this.#at(node.range?.[0], reason)
    return path.length === 0 ? this.#at(0, reason) : this.locate(path.slice(0, -1), reason)
  }

  /** `reason` after the position of a key of the map at `path`. */
  #locateKey(path: PropertyKey[], name: string, reason: string): string {
    const map = this.#document.getIn(path, true)
    const keys = isMap(map) ? map.items.map(({ key }) => key).filter(isScalar) : []
    const key = keys.find(({ value }) => value === name)
    return key ? this.#at(key.range?.[0], reason) : this.locate(path, reason)
  }

  /** The value of the file as the output of `schema`. Throws a SeedError that names every value with a mistake. */
  read<S extends z.ZodType>(schema: S): z.output<S> {
    const { data, error } = schema.safeParse(this.#document.toJS(), { reportInput: true })
    if (error) throw new SeedError(error.issues.flatMap(issue => this.#explain(issue)))
    return data
  }

  #explain(issue: z.core.$ZodIssue): string[] {
    const { path } = issue
    const field = path.join('.') || 'file'
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map(key => this.#locateKey(path, key, `${field}: unknown key '${key}'`))
    if (issue.code !== 'invalid_union') return [this.locate(path, `${field}: ${reasonOf(issue)}`)]
    // The mistakes in the form that the value comes nearest to.
    const nearest = issue.errors.toSorted((a, b) => a.length - b.length)[0]!
    return nearest.flatMap(inner => this.#explain({ ...inner, path: [...path, ...inner.path] }))
  }
}

/** Why a value is refused. A message of the schemas already is a sentence. */
function reasonOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom' || issue.code === 'invalid_format') return issue.message
  const { message, allowed, did_you_mean: [nearest] = [] } = explainIssue(issue)
  const meant = nearest === undefined ? '' : `; did you mean '${nearest}'?`
  return allowed ? `${message}; allowed: ${allowed.join(', ')}${meant}` : message
}

function readText(name: string, path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new SeedError([`${name}:1:1: ${(error as Error).message.replace(path, name)}`])
  }
}
