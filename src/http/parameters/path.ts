import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { forbiddenIn } from '../../model/text.ts'
import { BadParameters } from '../../queries/refusal.ts'

const Path = z.record(z.string(), z.string())

/** The parameters in the path of a request. Throws BadParameters if one holds a control character. */
export function readPath({ params }: FastifyRequest): Record<string, string> {
  const path = Path.parse(params)
  for (const [parameter, text] of Object.entries(path)) {
    const forbidden = forbiddenIn(text)
    if (forbidden)
      throw new BadParameters([{ parameter, message: `holds the character ${forbidden}` }])
  }
  return path
}
