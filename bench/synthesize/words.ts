import type { Random } from './random.ts'

/** Words that very many records have, the most common first. */
export const commonWords =
  `mining exchange trading cryptocurrency bitcoin bank regulator notice agency
  rules users digital currency token services licence miners government company financial accounts
  platform blockchain payment illegal central warning police court wallet stablecoin custody lending
  securities law authority province electricity shutdown investors fraud risk capital`.split(/\s+/)

/** Words that 100 actions have each, in a dataset of 100 actions or more. */
export const rareWords = Array.from({ length: 200 }, (_, i) => `topic${i}`)
const occurrences = Array.from({ length: 100 }, () => rareWords).flat()

/** The rare words of an action: their occurrences are spread evenly over the rows. */
export function rareWordsAt(row: number, count: number): string[] {
  const first = (row: number) => Math.ceil((row * occurrences.length) / count)
  return occurrences.slice(first(row), first(row + 1))
}

const syllables = [...'bdfghklmnprstvz'].flatMap(first => [...'aeiou'].map(vowel => first + vowel))

/** An invented word for each number. */
export function inventedWord(number: number): string {
  const rest = Math.floor(number / syllables.length)
  return (rest === 0 ? '' : inventedWord(rest)) + syllables[number % syllables.length]
}

const words = [...commonWords, ...Array.from({ length: 50_000 }, (_, i) => inventedWord(i + 100))]

export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

export const phrase = (random: Random, length: number): string =>
  capital(Array.from({ length }, () => random.pick(words)).join(' '))
