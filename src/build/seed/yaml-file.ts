import { readFileSync, statSync } from 'node:fs'
import { CORE_SCHEMA, load } from 'js-yaml'
import {
  isNode,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
  type YAMLMap,
} from 'yaml'
import type { z } from 'zod'
import { explainIssue, quoted } from '../../model/issues.ts'
import { SeedError, throwIfAny } from './seed-error.ts'

const MAX_FILE_MEGABYTES = 1
const MAX_TEXT_CHARACTERS = 5_000

/** The decoder puts it in place of bytes that are not UTF-8. A text that needs it has the escape `\uFFFD`. */
const REPLACEMENT = '\uFFFD'

const options = {
  prettyErrors: false,
  // They also hold for a file that says it is YAML 1.1.
  schema: 'core',
  resolveKnownTags: false,
  // The check of the library compares each key with all others.
  uniqueKeys: false,
} as const

/** A YAML file that knows the position of each of its values. */
export class YamlFile {
  readonly name: string
  readonly #text: string
  readonly #value: unknown
  readonly #lines = new LineCounter()
  #parsed: ReturnType<typeof parseDocument> | undefined

  /** Throws a SeedError if the file is not YAML, another error if it cannot be read. */
  constructor(name: string, path: string) {
    this.name = name
    this.#text = readText(path)
    const quick = readQuickly(this.#text)
    if (!quick) throwIfAny(this.#mistakesIn(this.#text))
    this.#value = quick ? quick.value : this.#document.toJS()
  }

  /** The file with positions. To parse it takes ten times as long as to read its value. */
  get #document() {
    this.#parsed ??= parseDocument(this.#text, { ...options, lineCounter: this.#lines })
    return this.#parsed
  }

  /** The mistakes of YAML in the file, and parts of YAML that no file of a seed has. */
  #mistakesIn(text: string): string[] {
    const { errors, warnings } = this.#document
    const damaged = text.indexOf(REPLACEMENT)
    if (damaged >= 0) return [this.#at(damaged, 'is not UTF-8')]
    if (errors.some(({ code }) => code === 'RESOURCE_EXHAUSTION'))
      return [this.#at(0, 'is nested too deeply')]
    const problems = [...errors, ...warnings].map(({ pos, message }) => this.#at(pos[0], message))
    visit(this.#document, {
      Alias: (_, { range, source }) => {
        problems.push(this.#at(range?.[0], `*${source} is an alias; write the value again`))
      },
      Map: (_, { items }) => {
        const seen = new Set<string>()
        for (const { key } of items as Pair<Node>[])
          if (seen.size === seen.add(String(key)).size)
            problems.push(this.#at(key.range?.[0], `the key ${quoted(String(key))} is repeated`))
      },
      Scalar: (_, { range, value }, path) => {
        if (String(value).length <= MAX_TEXT_CHARACTERS) return
        const { key } = path.findLast(isPair) ?? { key: 'file' }
        const reason = `${quoted(String(key))} has more than ${MAX_TEXT_CHARACTERS} characters`
        problems.push(this.#at(range?.[0], reason))
      },
    })
    return problems
  }

  #at(offset = 0, reason: string) {
    // The lines are known once the document is.
    void this.#document
    const { line, col } = this.#lines.linePos(offset)
    return `${this.name}:${line}:${col}: ${reason}`
  }

  /** `reason` after the position of the value at `path`, or of the nearest existing value around it. */
  locate(path: PropertyKey[], reason: string): string {
    const node = this.#document.getIn(path, true)
    if (isNode(node)) return this.#at(node.range?.[0], reason)
    return path.length === 0 ? this.#at(0, reason) : this.locate(path.slice(0, -1), reason)
  }

  /** The offsets of the keys of the map at `path`. */
  #keysOf(path: PropertyKey[]) {
    const { items } = this.#document.getIn(path, true) as YAMLMap
    const keys = items.map(({ key }) => key).filter(isScalar)
    return new Map(keys.map(({ value, range }) => [String(value), range?.[0]]))
  }

  /** The value of the file as the output of `schema`. Throws a SeedError that names every value with a mistake. */
  read<S extends z.ZodType>(schema: S): z.output<S> {
    const { data, error } = schema.safeParse(this.#value, { reportInput: true })
    if (!error) return data
    // A mistake of YAML explains better what the schema finds.
    throwIfAny(this.#mistakesIn(this.#text))
    throw new SeedError(this.explain(error))
  }

  /** The mistakes that a schema found in the value at `base`, each with its position. */
  explain({ issues }: z.core.$ZodError, base: PropertyKey[] = []): string[] {
    return issues.flatMap(issue => this.#explain({ ...issue, path: [...base, ...issue.path] }))
  }

  #explain(issue: z.core.$ZodIssue): string[] {
    const { path } = issue
    const field = path.join('.') || 'file'
    if (issue.code === 'unrecognized_keys') {
      const keys = this.#keysOf(path)
      return issue.keys.map(key => this.#at(keys.get(key), `${field}: unknown key '${key}'`))
    }
    if (issue.code !== 'invalid_union') return [this.locate(path, `${field}: ${reasonOf(issue)}`)]
    // The mistakes in the form that the value comes nearest to.
    const nearest = issue.errors.toSorted((a, b) => a.length - b.length)[0]!
    return nearest.flatMap(inner => this.#explain({ ...inner, path: [...path, ...inner.path] }))
  }
}

/**
 * Where the quick reader is more lenient than the other one, or takes a value differently: bytes that are no text, tags,
 * anchors, aliases and directives, keys that are no plain words, numbers in rare forms, escapes of code points, lists
 * in brackets over several lines, a comment right behind a value. A text that only looks so takes longer.
 */
const UNUSUAL = new RegExp(
  [
    ...['\\uFFFD', '\\r(?!\\n)', '[\\u0085\\u2028\\u2029]', '\\\\U'],
    ...['(?:^|[\\s,[{:-])(?:[&*%]\\S|!)', '^---', '<<', '^\\s*\\?'],
    ...['(?:^|[{,])\\s*(?:null|~)\\s*:', '[\\]}]\\s*:(?:\\s|$)'],
    ...['\\d_', '\\b0b[01]', '[-+]\\.\\d', '[-+]0[xo]', '(?:^|[\\s,[{:])[-+]?[\\d.]+e[-+]?\\d{3}'],
    ...['[[{,][^\\S\\n]*(?:#.*)?$', '["\'\\]}]#'],
  ].join('|'),
  'imu',
)

/** The value of an ordinary file; undefined if it may have mistakes. */
function readQuickly(text: string): { value: unknown } | undefined {
  if (UNUSUAL.test(text)) return undefined
  try {
    const value = load(text, { schema: CORE_SCHEMA, onWarning: refuse })
    return typeof value === 'object' && isShort(value) ? { value } : undefined
  } catch {
    return undefined
  }
}

/** Leaves a text that a reader warns of to the other one. */
function refuse(warning: Error) {
  throw warning
}

/** Whether no text in a value is longer than a file may have. */
const isShort = (value: unknown): boolean => {
  if (typeof value === 'string') return value.length <= MAX_TEXT_CHARACTERS
  return typeof value !== 'object' || value === null || Object.values(value).every(isShort)
}

/** Why a value is refused. A message of the schemas already is a sentence. */
function reasonOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom' || issue.code === 'invalid_format') return issue.message
  const { message, allowed, did_you_mean: [nearest] = [] } = explainIssue(issue)
  const meant = nearest === undefined ? '' : `; did you mean '${nearest}'?`
  return allowed ? `${message}; allowed: ${allowed.join(', ')}${meant}` : message
}

function readText(path: string): string {
  const { size } = statSync(path)
  if (size > MAX_FILE_MEGABYTES * 1e6) throw new Error(`has more than ${MAX_FILE_MEGABYTES} MB`)
  return readFileSync(path, 'utf8')
}
