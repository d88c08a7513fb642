import markdownIt, { type Token } from 'markdown-it'
import { Html, html, type Part } from '../../html.ts'

export type Heading = { id: string; name: string }

/** A page of docs/ in HTML: its title, its main headings and the text below the title. */
export type RenderedPage = { title: string; headings: Heading[]; body: Html }

type Addresses = {
  /** The address of a link, from what the file has; undefined if it leads to nothing that a reader can open. */
  linkTo: (href: string) => string | undefined
  /** The address on this server of a path and query that an example asks. */
  requestTo: (path: string) => string
}

const markdown = markdownIt({ html: false, linkify: false, typographer: false }).disable('image')

/** Renders a page of docs/. */
export function renderMarkdown(text: string, addresses: Addresses): RenderedPage {
  const tokens = markdown.parse(text, {})
  const [, heading] = tokens
  const headings = nameHeadings(tokens)
  for (const token of tokens) {
    if (token.type === 'th_open') token.attrSet('scope', 'col')
    if (token.children) token.children = withAddresses(token.children, addresses.linkTo)
  }
  return {
    title: plainText(heading!),
    headings,
    body: new Html(markdown.renderer.render(tokens.slice(3), markdown.options, addresses)),
  }
}

const plainText = ({ children }: Token): string => children!.map(({ content }) => content).join('')

/** Gives each heading an id, as Git hosts do it, and lists the main ones. */
function nameHeadings(tokens: Token[]): Heading[] {
  const headings: Heading[] = []
  for (const [at, token] of tokens.entries()) {
    if (token.type !== 'heading_open') continue
    const name = plainText(tokens[at + 1]!)
    const id = slugOf(name)
    token.attrSet('id', id)
    if (token.tag === 'h2') headings.push({ id, name })
  }
  return headings
}

const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-')

/** The parts of a line with the addresses of its links; a link that leads nowhere becomes its text. */
function withAddresses(parts: Token[], linkTo: Addresses['linkTo']): Token[] {
  let isOpen = false
  return parts.filter(part => {
    if (part.type === 'link_close') return isOpen
    if (part.type !== 'link_open') return true
    const address = linkTo(String(part.attrGet('href')))
    isOpen = address !== undefined
    if (isOpen) part.attrSet('href', address!)
    return isOpen
  })
}

const SCROLLED = '<div class="scroll" tabindex="0" role="group" aria-label="Table">'

// Blocks that may be wide scroll by themselves.
Object.assign(markdown.renderer.rules, {
  table_open: () => `${SCROLLED}<table>\n`,
  table_close: () => '</table></div>\n',
  fence: codeBlock,
  code_block: codeBlock,
})

const request = /http:\/\/127\.0\.0\.1:3000(\/[^\s'"`\\<>)$]*)(?![$\\])/g

/** Code, with the requests in it as links, but for one that is shown because it is refused. */
function codeBlock(tokens: Token[], at: number, _options: unknown, env: unknown): string {
  const { content, info } = tokens[at]!
  const { requestTo } = env as Addresses
  const isRefused = /^json errors/.test(tokens[at + 1]?.info ?? '')
  const [language, ...about] = info.split(' ')
  const parts: Part[] = []
  let end = 0
  for (const { 0: whole, 1: path = '', index } of isRefused ? [] : content.matchAll(request)) {
    parts.push(content.slice(end, index), html`<a href="${requestTo(path)}">${whole}</a>`)
    end = index + whole.length
  }
  const part = language === 'json' && about.length > 0 && about.join(' ')
  return html`${part && html`<p class="hint">In the answer: <code>${part}</code></p>`}<pre tabindex="0"><code>${parts}${content.slice(end)}</code></pre>
`.text
}
