import { cursorAt } from './cursors.ts'

/** What there is to ask for in the dataset of a server. */
export type Subjects = {
  ids: string[]
  /** Texts of some actions, for words that occur together. */
  summaries: string[]
  /** The words that occur most often. */
  commonWords: string[]
  /** Filters with the number of actions that they leave, and a cursor among these. */
  filtered: { filters: string; total: number; next: string }[]
  next: string
}

type Page<T> = { data: T[]; meta: { next: string } }

const page = async <T>(url: string) => (await (await fetch(url)).json()) as Page<T>

const lines = async (url: string) =>
  (await (await fetch(url)).text())
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))

export async function readSubjects(url: string): Promise<Subjects> {
  const actions = await lines(`${url}/v1/actions?format=ndjson&fields=id`)
  const ids = actions.map(({ id }) => id as string)
  const { meta } = await page(`${url}/v1/actions?limit=100`)
  const places = Array.from({ length: 20 }, () => 1 + random(ids.length - 500))
  const summaries: string[] = []
  for (const place of places) {
    const cursor = cursorAt(meta.next, place)
    const { data } = await page<{ summary: string }>(
      `${url}/v1/actions?limit=500&cursor=${cursor}&fields=id,summary`,
    )
    summaries.push(...data.map(({ summary }) => summary))
  }
  const commonWords = mostCommon(summaries.flatMap(summary => [...new Set(wordsOf(summary))]))
  return { ids, summaries, commonWords, filtered: await readFiltered(url), next: meta.next }
}

const FILTERS_KEPT = 20
const PAGE = 100

type Count = { group: { type: string; region: string }; possible: number }

/** Pairs of type and region that leave a few pages at least, the fullest first. */
async function readFiltered(url: string): Promise<Subjects['filtered']> {
  const { data } = await page<Count>(`${url}/v1/counts?group_by=type,region`)
  const full = data
    .filter(({ group, possible }) => group.region && possible > 5 * PAGE)
    .toSorted((a, b) => b.possible - a.possible)
    .slice(0, FILTERS_KEPT)
  return Promise.all(
    full.map(async ({ group, possible }) => {
      const filters = `type=${group.type}&region=${group.region}`
      const { meta } = await page(`${url}/v1/actions?${filters}&limit=${PAGE}`)
      return { filters, total: possible, next: meta.next }
    }),
  )
}

export const random = (below: number) => Math.floor(Math.random() * below)

/** So many different numbers below one, or all of them, in any order. */
export function shuffled(below: number, most: number): number[] {
  const numbers = Array.from({ length: below }, (_, i) => i)
  const count = Math.min(below, most)
  for (let i = 0; i < count; i++) {
    const other = i + random(below - i)
    ;[numbers[i], numbers[other]] = [numbers[other] as number, numbers[i] as number]
  }
  return numbers.slice(0, count)
}

export const oneOf = <T>(items: T[]): T => items[random(items.length)] as T

export const wordsOf = (text: string): string[] => text.toLowerCase().match(/\b[a-z]{4,}\b/g) ?? []

const MOST_COMMON = 8

function mostCommon(words: string[]): string[] {
  const counts = Map.groupBy(words, word => word)
  return [...counts]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .slice(0, MOST_COMMON)
    .map(([word]) => word)
}
