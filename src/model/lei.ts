import iso7064 from 'iso-7064'
import { z } from 'zod'

const form = /^[0-9A-Z]{18}\d{2}$/

/** Whether a text is a legal entity identifier by ISO 17442: its form, and its check digits by ISO 7064. */
export const isLei = (text: string): boolean => form.test(text) && iso7064.compute(text) === 1

export const Lei = z
  .string()
  .refine(isLei, 'no LEI: 20 characters, the last two of which check the others')
