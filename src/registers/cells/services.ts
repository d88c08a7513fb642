import { quoted } from '../../model/issues.ts'
import type { RegisterSeed } from '../../model/register.ts'
import { type Touch, Unclear } from '../rules.ts'
import { joinItems, serviceMarks, splitItems } from './items.ts'

type Services = RegisterSeed['services']

/** The codes of the services in a cell: by their words, else by their codes alone. */
export const readServices = (services: Services, text: string, touch: Touch): string =>
  joinItems(splitItems(text, serviceMarks, touch).flatMap(item => readItem(services, item, touch)))

function readItem(services: Services, item: string, touch: Touch): string[] {
  if (Object.hasOwn(services, item)) return [item]
  const { letter, text } = splitLetter(services, item)
  const named = Object.keys(services).filter(code => isNamed(services[code]!.words, text))
  if (named.length === 0 || !isKnown(services, text))
    throw new Unclear(`${quoted(item)} is no service that register.yaml knows`)
  if (named.length > 1) touch('several-services-in-one')
  else if (plain(services[named[0]!]!.words[0]!) !== plain(text)) touch('other-words-for-service')
  if (letter === undefined) touchLetter(services, touch)
  else if (!named.includes(letter)) touch('letter-against-words')
  return named
}

/** The letter of a service, `a` in `a. custody`, and its words. */
function splitLetter(services: Services, item: string) {
  const [, letter, text = ''] = /^([a-z])\.\s*(.*)$/is.exec(item) ?? []
  return letter === undefined || !Object.hasOwn(services, letter)
    ? { text: item }
    : { letter, text }
}

/** Only services with letters for codes can lack one. */
function touchLetter(services: Services, touch: Touch) {
  if (Object.keys(services).every(code => code.length === 1)) touch('letter-missing')
}

const isNamed = (words: string[], text: string) =>
  words.some(one => text.toLowerCase().includes(one.toLowerCase()))

const plain = (text: string) => text.toLowerCase().replace(/[.\s]+$/, '')

const word = /\p{L}+/gu

/** Whether a text has only words, whole or cut short, that texts of services have: it may name an unknown one too. */
function isKnown(services: Services, text: string): boolean {
  const texts = Object.values(services).flatMap(({ words }) => words)
  const known = texts.join(' ').toLowerCase().match(word)!
  const found = text.toLowerCase().match(word)!
  return found.every(one => known.some(other => other.startsWith(one)))
}
