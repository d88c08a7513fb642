import type { FastifyRequest } from 'fastify'
import { readParameters, type Shape, type toReadable } from '../http/parameters/read.ts'
import { queryText } from '../http/parameters/request.ts'
import { refuseTogether } from '../http/parameters/together.ts'

/** Parameters that mail programs and social networks add to links. */
const TRACKING = /^(?:utm_\w+|(?:fb|g|d|gb|ms|tw|yc)clid|wbraid|igshid|mc_[ce]id|_ga|ref_src)=/

/** Whether a part of a query counts: a form sends its empty fields, too. */
const counts = (pair: string): boolean => /=./.test(pair) && !TRACKING.test(pair)

/** The query of a page without the parameters that track its reader and the empty fields of a form. */
export const pageQuery = (request: FastifyRequest): string =>
  queryText(request).split('&').filter(counts).join('&')

/** Reads the query of a page as the API reads its own. Throws BadParameters. */
export function readPageQuery<S extends Shape>(
  request: FastifyRequest,
  readable: ReturnType<typeof toReadable<S>>,
) {
  const { values, names, chosen } = readParameters(readable, pageQuery(request))
  refuseTogether({ values, names, known: readable.parameters }, 'html')
  return { values, chosen: chosen.sort(([a], [b]) => (a < b ? -1 : 1)) }
}
