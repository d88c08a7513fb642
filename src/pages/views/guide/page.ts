import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../../dataset/project.ts'
import { type Html, html } from '../../html.ts'
import type { Page, Site, Step } from '../../site.ts'
import { texts } from '../../texts.ts'
import { type GuidePage, guide, guidePagesInOrder } from './contents.ts'
import { type RenderedPage, renderMarkdown } from './markdown.ts'

const { guide: words } = texts
const PATH = '/guide'
const toGuide: Step = [texts.sections.guide, PATH]

/** The address of a page of the guide. */
export const addressOfGuide = ({ name }: GuidePage): string => `${PATH}/${name}`

/** The contents of the guide, in reading order. */
export function guideContents(site: Site): Page {
  const parts = guide.map(
    ([part, pages]) =>
      html`<section><h2>${part}</h2><dl class="facts">${pages.map(page => entry(site, page))}</dl></section>`,
  )
  return {
    title: words.title,
    description: words.intro,
    trail: [],
    main: html`<h1>${words.title}</h1><p class="summary">${words.intro}</p>${parts}`,
  }
}

const entry = (site: Site, page: GuidePage): Html =>
  html`<div><dt><a href="${site.at(addressOfGuide(page))}">${page.title}</a></dt><dd>${page.answers}</dd></div>`

/** The page for a file of docs/. */
export function guidePage(site: Site, page: GuidePage): Page {
  const { title, headings, body } = render(site, page)
  return {
    title,
    description: page.answers,
    trail: [toGuide],
    main: html`<article class="guide"><h1>${title}</h1>${tableOfContents(headings)}${body}</article>${neighbours(site, page)}`,
  }
}

/** The frame of the pages of the guide that are made from the data. */
export const dataPage = (site: Site, name: string, main: Html): Page => {
  const page = guidePagesInOrder.find(page => page.name === name)!
  return {
    title: page.title,
    description: page.answers,
    trail: [toGuide],
    main: html`<h1>${page.title}</h1>${main}${neighbours(site, page)}`,
  }
}

export const tableOfContents = (headings: RenderedPage['headings']): Html | undefined =>
  headings.length > 1
    ? html`<nav class="contents" aria-label="${words.onPage}"><ul>${headings.map(({ id, name }) => html`<li><a href="#${id}">${name}</a></li>`)}</ul></nav>`
    : undefined

function render({ at }: Site, { file }: GuidePage): RenderedPage {
  const text = readFileSync(join(projectRoot, 'docs', file!), 'utf8')
  return renderMarkdown(text, { linkTo: href => linkFrom(file!, href, at), requestTo: at })
}

const LOCAL = 'http://127.0.0.1:3000'
const HERE = 'http://docs/'

/** The address that a link in a file of docs/ has on this server; undefined for files that are no pages. */
function linkFrom(file: string, href: string, at: Site['at']): string | undefined {
  if (href.startsWith('#')) return href
  const { origin, pathname, search, hash } = new URL(href, HERE + file)
  if (origin === LOCAL) return at(pathname + search)
  if (`${origin}/` !== HERE) return href
  const page = guidePagesInOrder.find(({ file }) => `/${file}` === pathname)
  return page && at(addressOfGuide(page) + hash)
}

/** The pages before and after one. */
function neighbours(site: Site, page: GuidePage): Html {
  const here = guidePagesInOrder.indexOf(page)
  const [before, after] = [guidePagesInOrder[here - 1], guidePagesInOrder[here + 1]]
  const link = (other: GuidePage, rel: string, word: string) =>
    html`<a rel="${rel}" href="${site.at(addressOfGuide(other))}">${word}: ${other.title}</a>`
  return html`<nav class="paging" aria-label="${words.neighbours}">${before && link(before, 'prev', words.before)}${after && link(after, 'next', words.after)}</nav>`
}
