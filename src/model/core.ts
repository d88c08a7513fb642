import { z } from 'zod'

/** The schema inside the wrappers that make it optional, nullable or give it a default. */
export function core(schema: z.core.$ZodType): z.core.$ZodType {
  const isWrapper =
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault
  return isWrapper ? core(schema.def.innerType) : schema
}
