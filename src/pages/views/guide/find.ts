import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../../dataset/project.ts'
import { wordsOf } from '../../../model/names.ts'
import { type GuidePage, guidePagesInOrder } from './contents.ts'

const MOST = 3
/** Letters by which forms of a word, such as verify and verified, are the same. */
const STEM = 5

/** The pages of the guide that have all of some words, or a form of them; first those that have more of them in their head. */
export function findInGuide(words: string[]): GuidePage[] {
  const stems = words.map(word => word.slice(0, STEM))
  const found = pages().flatMap(({ page, head, text }) => {
    const has = (own: string[]) => stems.filter(stem => own.some(word => word.startsWith(stem)))
    return has(text).length === stems.length ? [{ page, score: has(head).length }] : []
  })
  const ranked = found.sort((a, b) => b.score - a.score)
  return ranked.slice(0, MOST).map(({ page }) => page)
}

type ReadPage = { page: GuidePage; head: string[]; text: string[] }
let read: ReadPage[] | undefined

/** The words of the pages, read for the first search: they do not change while the server runs. */
function pages(): ReadPage[] {
  read ??= guidePagesInOrder.map(page => {
    const { title, answers, file } = page
    const head = wordsOf(`${title} ${answers}`)
    const body = file === undefined ? '' : readFileSync(join(projectRoot, 'docs', file), 'utf8')
    return { page, head, text: [...new Set([...head, ...wordsOf(body)])] }
  })
  return read
}
