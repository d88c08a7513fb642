import { cellOf, type Row } from './esma-file.ts'

/** The services by their letters: the words that tell one from the others, and the words in full. */
const services: Record<string, [telling: string, full: string]> = {
  a: [
    'custody and administration',
    'custody and administration of crypto-assets on behalf of clients',
  ],
  b: ['operation of a trading platform', 'operation of a trading platform for crypto-assets'],
  c: ['exchange of crypto-assets for funds', 'exchange of crypto-assets for funds'],
  d: ['exchange of crypto-assets for other', 'exchange of crypto-assets for other crypto-assets'],
  e: ['execution of orders', 'execution of orders for crypto-assets on behalf of clients'],
  f: ['placing of crypto-assets', 'placing of crypto-assets'],
  g: [
    'reception and transmission of orders',
    'reception and transmission of orders for crypto-assets on behalf of clients',
  ],
  h: ['advice on crypto', 'advice on crypto-assets'],
  i: ['portfolio management', 'portfolio management on crypto-assets'],
  j: ['transfer services', 'transfer services for crypto-assets on behalf of clients'],
}

const telling = Object.values(services).map(([words]) => words)
const start = new RegExp(`(?:\\b([a-j])\\s*\\.\\s*)?(?:providing\\s+)?(${telling.join('|')})`, 'gi')

/** A service in a cell: its letter by its words, the letter that is written before it, and all its words. */
type Mention = { letter: string; written: string | undefined; words: string }

const letterOf = (words: string) =>
  Object.keys(services).find(letter => services[letter]?.[0] === words.toLowerCase())!

function mentionsOf(row: Row): Mention[] {
  const cell = cellOf(row, 'ac_serviceCode')
  const starts = [...cell.matchAll(start)]
  return starts.map(({ index, 0: begin, 1: written, 2: words = '' }, i) => ({
    letter: letterOf(words),
    written: written?.toLowerCase(),
    words: plain(words + cell.slice(index + begin.length, starts[i + 1]?.index)),
  }))
}

/** Words alone; an I at the end is a separator. */
const plain = (text: string): string =>
  text
    .replaceAll(/[^A-Za-z]+/g, ' ')
    .replace(/ I ?$/, '')
    .trim()
    .toLowerCase()

export const servicesOf = (row: Row): string[] => [
  ...new Set(mentionsOf(row).map(({ letter }) => letter)),
]

/** Where letters and words differ, a service is named twice, or its words are not the usual ones. */
export function serviceDoubts(row: Row): string[] {
  const mentions = mentionsOf(row)
  const hasLetters = mentions.some(({ written }) => written)
  const before = cellOf(row, 'ac_serviceCode').split(start)[0]
  return [
    ...(before || mentions.length === 0 ? [`services begin with '${before}'`] : []),
    ...mentions.flatMap(({ letter, written, words }, i) => [
      ...(hasLetters && written !== letter ? [`service ${letter} has letter ${written}`] : []),
      ...(mentions.slice(0, i).some(earlier => earlier.letter === letter)
        ? [`service ${letter} is named twice`]
        : []),
      ...(words === plain(services[letter]![1]) ? [] : [`service ${letter} is written '${words}'`]),
    ]),
  ]
}
