import type { FastifyInstance, FastifySchemaCompiler, FastifyServerOptions } from 'fastify'
import type { z } from 'zod'
import { forbiddenIn } from '../model/text.ts'
import { BadParameters } from '../queries/refusal.ts'
import { noParameters } from './parameters.ts'
import { readQuery } from './query-reader.ts'

/** The text of a query or of a form, in which its fields stand as they do in a query. */
export type Form = { text: string }

type Validate = (data: unknown) => { value: unknown } | { error: Error }

function attempt(read: () => unknown): ReturnType<Validate> {
  try {
    return { value: read() }
  } catch (error) {
    return { error: error as Error }
  }
}

function readPath(schema: z.ZodType, params: Record<string, string>): unknown {
  for (const [parameter, text] of Object.entries(params)) {
    const forbidden = forbiddenIn(text)
    if (forbidden)
      throw new BadParameters([{ parameter, message: `holds the character ${forbidden}` }])
  }
  return schema.parse(params)
}

const readers: Record<string, (schema: z.ZodObject, given: unknown) => unknown> = {
  querystring: (schema, query) => readQuery(schema, (query as Form).text),
  // A form that is not there is one without fields.
  body: (schema, form) => readQuery(schema, (form as Form | null)?.text ?? ''),
  params: (schema, params) => readPath(schema, params as Record<string, string>),
}

const compile: FastifySchemaCompiler<z.ZodObject> =
  ({ schema, httpPart }): Validate =>
  given =>
    attempt(() => readers[httpPart as string]?.(schema, given))

/** Reads requests by the shapes that their routes declare; Fastify's own compilers, which take long to load, are not loaded. */
export const schemaController: FastifyServerOptions['schemaController'] = {
  compilersFactory: {
    buildValidator: () => compile as never,
    // Answers are prepared text: see the tests for how they are held to their schemas.
    buildSerializer: () => () => text => text as string,
  },
}

/** A route that declares no parameters takes none. */
export function registerValidation(app: FastifyInstance) {
  app.addHook('onRoute', route => {
    if (!route.url.startsWith('/docs'))
      route.schema = { querystring: noParameters, ...route.schema }
  })
}
