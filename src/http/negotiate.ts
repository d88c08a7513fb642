import { negotiate } from '@fastify/accept-negotiator'
import type { FastifyRequest, FastifySchema } from 'fastify'
import type { Values } from '../queries/query.ts'
import { type Coding, codings } from '../store/exports/manifest.ts'
import { formatsOf } from './format-parameters.ts'
import { type Format, formats } from './formats.ts'
import { ProblemError } from './problems.ts'

const ANY = '*/*'

/** The format that a request gets: `format` if given, else by Accept. A browser's text/html gets the first, JSON. */
export function formatFor(request: FastifyRequest, { format }: Values): Format {
  if (format !== undefined) return format as Format
  const offered = formatsOf(request.routeOptions.schema as FastifySchema)
  if ((request.headers.accept ?? ANY) === ANY) return offered[0] as Format
  const types = offered.map(name => formats[name].type)
  const chosen = request.accepts().type([...types, 'text/html'])
  if (chosen === false)
    throw new ProblemError('not-acceptable', `Accept allows none of ${types.join(', ')}.`)
  return offered.find(name => formats[name].type === chosen) ?? 'json'
}

const codingNames = Object.keys(codings) as Coding[]
const offered = [...codingNames, 'identity']

/** The coding that a client likes best of those that there are; none where it likes none better. */
export function codingFor({ headers }: FastifyRequest): Coding | undefined {
  const { 'accept-encoding': accepted } = headers
  if (accepted === undefined) return undefined
  const best = negotiate(String(accepted).toLowerCase(), offered)
  return codingNames.find(name => name === best)
}
