import type {} from '@fastify/accepts'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { shown } from '../../queries/list/options.ts'
import { ProblemError } from '../problems/problems.ts'

type Traits = {
  type: string
  /** Parameters that it refuses. */
  without: string[]
  /** Contains absolute addresses. */
  absolute?: true
}

const paging = ['limit', 'cursor', 'include']
const content = ['fields', 'include']

/** The formats of answers by their names. */
export const formats = {
  json: { type: 'application/json', without: ['shape'] },
  csv: { type: 'text/csv', without: paging },
  ndjson: { type: 'application/x-ndjson', without: [...paging, 'shape'] },
  atom: { type: 'application/atom+xml', without: [...content, 'shape'], absolute: true },
  jsonfeed: { type: 'application/feed+json', without: [...content, 'shape'], absolute: true },
  html: { type: 'text/html', without: [] },
  jsonld: { type: 'application/ld+json', without: [], absolute: true },
  bibtex: { type: 'application/x-bibtex', without: content },
  csl: { type: 'application/vnd.citationstyles.csl+json', without: content },
} as const satisfies Record<string, Traits>
export type Format = keyof typeof formats

export const traitsOf = (format: Format): Traits => formats[format]

/** The formats of lists, those that only lists of actions have, and those of single records; the first is the default. */
export const listFormats = ['json', 'csv', 'ndjson'] as const satisfies Format[]
export const actionFormats = [...listFormats, 'atom', 'jsonfeed'] as const satisfies Format[]
export const recordFormats = ['json', 'bibtex', 'csl'] as const satisfies Format[]

/** The parameter of a route that has some formats. */
export const formatOption = <F extends Format>(names: readonly [F, ...F[]]) => ({
  format: shown(
    z.enum(names).optional(),
    'Format of the answer; overrides the Accept header',
    names.at(-1),
  ),
})

/** The format of an answer: the one that is given, else by Accept. A browser's text/html gets the first. */
export function formatFor<F extends Format>(
  request: FastifyRequest,
  names: readonly [F, ...F[]],
  given: F | undefined,
): F {
  if (given !== undefined) return given
  if ((request.headers.accept ?? '*/*') === '*/*') return names[0]
  const types = names.map(name => formats[name].type)
  const chosen = request.accepts().type([...types, 'text/html'])
  if (chosen === false)
    throw new ProblemError('not-acceptable', `Accept allows none of ${types.join(', ')}.`)
  return names.find(name => formats[name].type === chosen) ?? names[0]
}
