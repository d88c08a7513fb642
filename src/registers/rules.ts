/** Deviations of register files that have one meaning. Each is read as it says here, and counted. */
export const rules = {
  'byte-order-mark': 'The mark at the beginning of the file is left out',
  'empty-column': 'A column without a name and without content is left out',
  'empty-row': 'A row without content is left out',
  'repeated-row': 'A row that says the same as an earlier one is left out',
  spaces: 'Spaces around a text are left out; doubled ones, tabs and no-break spaces become one',
  'line-breaks': 'Line breaks within a cell become spaces, in a list separators',
  'empty-item': 'A separator with nothing before or after it is left out',
  'i-as-separator': '` I ` in a list is a separator',
  'comma-as-separator': '`,` or `;` in a list is a separator',
  'slash-as-separator': '`/` in a list of places is a separator',
  'space-as-separator': 'A space between two places is a separator',
  'el-for-greece': '`EL` is `GR`',
  'lower-case-place': 'The code of a place is read in upper case',
  'repeated-place': 'A place that is listed twice counts once',
  'home-not-listed': 'The home state is a place, though the list lacks it',
  'no-places': 'An empty list of places means the home state only',
  'home-by-authority': 'An empty home state is that of the authority',
  'authority-by-other-name': 'Another name of an authority that register.yaml knows',
  'letter-missing': 'A service without its letter is read by its words',
  'letter-against-words': 'Where the letter and the words of a service disagree, the words count',
  'several-services-in-one': 'An item that names several services stands for all of them',
  'other-words-for-service': 'A service in words that are cut short or spelt otherwise',
  'said-in-comments': 'The comments state the kind, or who ended the licence',
  'lei-missing': 'There is no LEI',
  'lei-not-valid': 'A text that is no valid LEI is kept as reported, never as identifier or key',
  'unreadable-letters': 'A name with U+FFFD is kept as it is written',
  'two-alphabets': 'A name with letters of two alphabets in one word is kept as it is written',
  'several-brands': 'Of several commercial names the first one counts that differs from the name',
  'no-domain': 'A part of a website cell that is no address is left out',
  'shared-domain': 'An address in an app shop or social network is no domain of a firm',
} as const
export type Rule = keyof typeof rules

/** Counts the rows that each rule touched. */
export class Tally {
  readonly #lines = new Map<Rule, Set<number>>()

  touch(rule: Rule, line: number) {
    const lines = this.#lines.get(rule) ?? new Set()
    this.#lines.set(rule, lines.add(line))
  }

  /** How many rows each rule touched, in the order of the rules. */
  counts(): Map<Rule, number> {
    const names = Object.keys(rules) as Rule[]
    const touched = names.map((rule): [Rule, number] => [rule, this.#lines.get(rule)?.size ?? 0])
    return new Map(touched.filter(([, count]) => count > 0))
  }
}

/** Counts a rule for the row that is being read. */
export type Touch = (rule: Rule) => void

/** A cell has more than one reading, or none. */
export class Unclear extends Error {}
