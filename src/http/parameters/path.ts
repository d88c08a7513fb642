import type { FastifyRequest } from 'fastify'
import { forbiddenIn } from '../../model/text.ts'
import { BadParameters } from '../../queries/refusal.ts'

/** The parameters in a path. */
export type PathParameters = { Params: Record<string, string> }

/** The parameters in the path of a request. Throws BadParameters if one holds a control character. */
export function readPath({ params }: FastifyRequest<PathParameters>): Record<string, string> {
  for (const [parameter, text] of Object.entries(params)) {
    const forbidden = forbiddenIn(text)
    if (forbidden)
      throw new BadParameters([{ parameter, message: `holds the character ${forbidden}` }])
  }
  return params
}
