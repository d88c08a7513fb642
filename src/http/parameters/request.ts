import type { FastifyRequest } from 'fastify'
import Negotiator from 'negotiator'
import { z } from 'zod'
import { forbiddenIn } from '../../model/text.ts'
import { shown } from '../../queries/list/options.ts'
import type { Canonical } from '../../queries/list/query.ts'
import { BadParameters } from '../../queries/refusal.ts'
import { type Format, formats } from '../answers/formats.ts'
import { ProblemError } from '../problems/problems.ts'
import { readParameters, type Shape, toReadable } from './read.ts'
import { refuseTogether } from './together.ts'

/** The parameters of a route, also for the API description, and the formats of its answer. */
export function takes<S extends Shape, F extends Format>(
  options: S,
  offered: readonly [F, ...F[]],
) {
  const format = z.enum(offered).optional()
  const describe = 'Format of the answer; overrides the Accept header'
  const shape = { ...options, format: shown(format, describe, offered.at(-1)) }
  return { readable: toReadable(shape), offered, querystring: z.strictObject(shape) }
}

const DEFAULT_FORMAT = 'json'

/** Reads a request by what its route takes: its values, the format of its answer, and its canonical form. Throws BadParameters. */
export function readRequest<S extends Shape, F extends Format>(
  request: FastifyRequest,
  { readable, offered }: ReturnType<typeof takes<S, F>>,
) {
  const { values, names, chosen } = readParameters(readable, queryText(request))
  const format = values.format ?? formatFor(request, offered, names)
  refuseTogether({ values, names, known: readable.parameters }, format)
  // The format of the answer, however it was asked for, so that equal requests are equal.
  const others = chosen.filter(([name]) => name !== 'format')
  const named: Canonical = format === DEFAULT_FORMAT ? [] : [['format', format]]
  return { values, format, chosen: [...others, ...named].sort(([a], [b]) => (a < b ? -1 : 1)) }
}

/** Types that browsers and some clients ask for by habit. They get the first format. */
const HABITUAL = ['text/html', 'application/problem+json']
const SCRIPTS = ['text/javascript', 'application/javascript']

/** The parameters of a media type, but for its weight. */
const typeParameters = /;(?!\s*q\s*=)(?:"(?:\\.|[^"\\])*"|[^;,"])*/gi

/**
 * The format of an answer by Accept. Among those that a range such as `text/*` allows, one that takes the other
 * parameters comes first; any type at all is the first format.
 */
function formatFor<F extends Format>(
  { headers }: FastifyRequest,
  offered: readonly [F, ...F[]],
  parameters: ReadonlySet<string>,
): F {
  const [first] = offered
  const accept = headers.accept || ANY
  if (accept === ANY) return first
  const fits = (name: F) => !formats[name].without.some(parameter => parameters.has(parameter))
  const typesOf = (names: F[]) => names.map(name => formats[name].type)
  const habitual = parameters.has('callback') ? [...HABITUAL, ...SCRIPTS] : HABITUAL
  const others = offered.filter(name => !fits(name))
  const types = [...typesOf(offered.filter(fits)), ...habitual, ...typesOf(others)]
  const chosen = negotiate(
    accept.replaceAll(typeParameters, '').replaceAll(ANY, formats[first].type),
    types,
  )
  if (chosen === undefined) {
    const allowed = typesOf([...offered]).join(', ')
    throw new ProblemError('not-acceptable', `Accept allows none of ${allowed}.`)
  }
  return offered.find(name => formats[name].type === chosen) ?? first
}

const ANY = '*/*'

const negotiate = (accept: string, types: string[]) =>
  new Negotiator({ headers: { accept } }).mediaType(types)

/** The part of a URL behind `?`. Throws BadParameters if a parameter in its path holds a control character. */
export function queryText({ url, params }: FastifyRequest): string {
  for (const [parameter, text] of Object.entries(Object(params))) {
    const forbidden = forbiddenIn(String(text))
    if (forbidden)
      throw new BadParameters([{ parameter, message: `holds the character ${forbidden}` }])
  }
  const at = url.indexOf('?')
  return at < 0 ? '' : url.slice(at + 1)
}

const nothing = toReadable({})

/** Refuses every parameter, for routes that take none. */
export const refuseParameters = async (request: FastifyRequest) =>
  void readParameters(nothing, queryText(request))
