import createFetchClient, { type Client } from 'openapi-fetch'
import type { components, paths } from './schema.d.ts'

export type { components, operations, paths } from './schema.d.ts'

/** The body of every refusal (RFC 9457). */
export type Problem = components['schemas']['Problem']

/** Answers are typed as JSON; for another `format` say `parseAs: 'text'`. */
export type EventsClient = Client<paths, 'application/json' | 'application/problem+json'>

/** A client of the API at an address such as `http://127.0.0.1:3000`. */
export const createClient = (baseUrl: string): EventsClient =>
  createFetchClient({
    baseUrl,
    // Several values of one parameter are joined by commas.
    querySerializer: { array: { style: 'form', explode: false } },
  })

type AnyPage = { data: unknown[]; meta: { next: string | null } }
type JsonOf<Path extends keyof paths> = paths[Path]['get'] extends {
  responses: { 200: { content: { 'application/json': infer Answer } } }
}
  ? Answer
  : undefined

/** Paths whose answers come in pages. */
export type ListPath = {
  [Path in keyof paths]: JsonOf<Path> extends AnyPage ? Path : never
}[keyof paths]

export type Query<Path extends ListPath> = NonNullable<
  paths[Path]['get']['parameters']['query']
> & { format?: 'json' }

export class Refused extends Error {
  override readonly name = 'Refused'
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }
}

/**
 * The answers of a list, page by page, from `cursor` on if it is given. Throws Refused, also if the server changes to
 * another release: pages of two releases do not make one list.
 */
export async function* everyPage<Path extends ListPath>(
  client: EventsClient,
  path: Path,
  query: Query<Path>,
): AsyncGenerator<JsonOf<Path>, void, void> {
  // The compiler cannot infer the types of a path that it does not know yet.
  const get = client.GET as (
    path: Path,
    init: object,
  ) => Promise<{ data?: AnyPage; error?: Problem }>
  let next: string | null | undefined = query.cursor
  do {
    const { data, error } = await get(path, { params: { query: { ...query, cursor: next } } })
    if (!data) throw new Refused(error!)
    yield data as JsonOf<Path>
    next = data.meta.next
  } while (next !== null)
}
