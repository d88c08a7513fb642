import escapeHtml from 'escape-html'

/** A piece of HTML that can stand in a page as it is. */
export class Html {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** Anything that a template takes: text is escaped, pieces of HTML are not, nothing is left out. */
export type Part = Html | string | number | null | undefined | false | readonly Part[]

/**
 * Makes a piece of HTML of a template. Only its own text and other pieces count as HTML: no text can become a tag, and no
 * mark at the place of use has to say which value is which. Values of attributes must be quoted.
 */
export function html(texts: TemplateStringsArray, ...parts: Part[]): Html {
  let text = texts[0]!
  for (const [at, part] of parts.entries()) text += write(part) + texts[at + 1]
  return new Html(text)
}

function write(part: Part): string {
  if (part instanceof Html) return part.text
  if (Array.isArray(part)) return part.map(write).join('')
  return part === null || part === undefined || part === false ? '' : escapeHtml(String(part))
}

/** A piece with its links as plain text, for places that are themselves something to choose. */
export const withoutLinks = (part: Part): Html =>
  new Html(write(part).replaceAll(/<\/?a\b[^>]*>/g, ''))

/** Pieces with a separator between them. */
export const join = (parts: readonly Part[], separator: Part = ', '): Part[] =>
  parts.flatMap((part, at) => (at === 0 ? [part] : [separator, part]))

/** Stands between links in a line. */
export const SEPARATOR = ' · '

/** JSON as it can stand in a script element: no text in it can end the element. */
export const jsonScript = (type: string, json: string): Html =>
  new Html(`<script type="${type}">${json.replaceAll('<', '\\u003c')}</script>`)
