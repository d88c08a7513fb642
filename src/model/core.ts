import { z } from 'zod'

const wrappers = [z.ZodOptional, z.ZodNullable, z.ZodDefault]

/** The schema below what only makes it optional. */
export function core(schema: z.ZodType): z.ZodType {
  const isWrapped = wrappers.some(kind => schema instanceof kind)
  return isWrapped ? core((schema as z.ZodOptional<z.ZodType>).def.innerType) : schema
}
