import { Random } from './random.ts'

const VOCABULARY = 60_000

/** What such reports say most, the most common first, so that searches for real words find something. */
const common = `the of and to in for on with mining exchange trading cryptocurrency bitcoin ban bank
  market regulator notice agency rules users digital currency token services licence miners government
  exchanges company financial crypto power accounts platform blockchain payment illegal central warning
  police court wallet ether stablecoin custody lending tax securities banks law authority province
  electricity shutdown withdraw closure investors fraud risk capital`.split(/\s+/)

const onsets = [
  'b',
  'c',
  'd',
  'f',
  'g',
  'h',
  'k',
  'l',
  'm',
  'n',
  'p',
  'r',
  's',
  't',
  'v',
  'z',
  'br',
  'st',
  'tr',
  'pl',
]
const vowels = ['a', 'e', 'i', 'o', 'u', 'ai', 'ou']
const codas = ['', '', '', 'n', 'r', 's', 'l', 't']

function syllable(random: Random): string {
  return random.of(onsets) + random.of(vowels) + random.of(codas)
}

/** A vocabulary of 60,000 words, the most common first. */
export function makeWords(seed: number): string[] {
  const random = new Random(seed, 1, 0)
  const words = new Set(common)
  while (words.size < VOCABULARY) {
    const length = words.size < 5_000 ? 2 : 3
    words.add(Array.from({ length }, () => syllable(random)).join(''))
  }
  return [...words]
}

/** Words of a text, by Zipf's law. */
export const phrase = (random: Random, words: string[], length: number): string =>
  Array.from({ length }, () => random.early(words)).join(' ')

export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

/** A few sentences. */
export const sentences = (random: Random, words: string[], count: number): string =>
  Array.from(
    { length: count },
    () => `${capital(phrase(random, words, 8 + random.below(8)))}.`,
  ).join(' ')
