import { z } from 'zod'
import { Sha256, Size, Slug } from './text.ts'

/** No passage is shorter: fewer letters may occur elsewhere too. */
const FEWEST_LETTERS = 40
/** A character of Chinese or Japanese says as much as a syllable or a word. */
const FEWEST_CHARACTERS = 16

/** The fewest letters that a passage in a language may have. */
export const fewestLetters = (language: string): number =>
  /^(?:zh|ja|yue)\b/.test(language) ? FEWEST_CHARACTERS : FEWEST_LETTERS

export const Passage = z
  .object({
    key: Slug.describe('Names the passage within its document'),
    letters: Size.min(FEWEST_CHARACTERS).describe(
      'How many letters it has by the method letters-1',
    ),
    sha256: Sha256.describe('Hash of these letters in UTF-8'),
  })
  .meta({ id: 'Passage' })
export type Passage = z.output<typeof Passage>
