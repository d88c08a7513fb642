import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  explanations,
  type Problem,
  type ProblemCode,
  problems,
} from '../../http/problems/problems.ts'
import type { Base } from '../../http/server/base.ts'
import { nearest } from '../../model/names.ts'
import { UnknownRecord } from '../../queries/refusal.ts'
import { type Html, html, join } from '../html.ts'
import { layOutAlone, searchBox } from '../layout.ts'
import { pageAddress, withPages } from '../links.ts'
import { setPageHeaders } from '../policy.ts'
import { texts } from '../texts.ts'
import { faultText } from './faults.ts'

const { problems: words } = texts

const HTML = 'text/html; charset=utf-8'

const isProblem = (code: string): code is ProblemCode => Object.hasOwn(problems, code)

/** The page on which a browser finds why its request failed, and what to do. */
export function problemPage(
  { title, detail, errors, type }: Problem,
  request: FastifyRequest,
  reply: FastifyReply,
): string {
  setPageHeaders(request, reply)
  const { base } = request.server
  const faults = errors.map(fault => html`<li>${faultText(fault, request)}</li>`)
  const asked = wordsAsked(request, errors)
  const search = html`<li><a href="${base.path}${pageAddress('/search', [['q', asked]])}">${words.searchFor(asked)}</a></li>`
  const main = html`<h1>${headings[type.slice(type.lastIndexOf('/') + 1)] ?? title}</h1>
${errors.length > 0 ? html`<ul class="faults">${faults}</ul>` : html`<p>${detail}</p>`}
${nearPaths(request, errors)}
<p>${words.advice}</p><ul>${asked !== '' && search}<li><a href="${base.path}/guide/coverage">${words.covered}</a></li><li><a href="${base.path}/">${words.home}</a></li><li><a href="${type}">${words.about}</a></li></ul>
${searchBox(base, asked, 'q')}`
  return layOutAlone(base, title, main)
}

/** What happened, for readers who did not write the request. */
const headings: Record<string, string> = {
  'bad-parameter': 'A part of this address is not valid',
  'not-found': 'There is no page at this address',
  'unknown-record': 'There is no such record',
  'withdrawn-record': 'This record has been withdrawn',
}

const MOST_WORDS = 6

/** The words that somebody may have looked for: the value at fault, or the end of the path. */
function wordsAsked({ url }: FastifyRequest, errors: Problem['errors']): string {
  const [path = '', text = ''] = url.split('?')
  const [fault] = errors
  const value = fault && new URLSearchParams(text).get(fault.parameter)
  return readable(value ?? path.slice(path.lastIndexOf('/') + 1))
}

/** A text as words that can be searched for; none if it is not well encoded. */
function readable(text: string): string {
  try {
    const words = decodeURIComponent(text).match(/[\p{L}\p{N}]+/gu) ?? []
    return words.slice(0, MOST_WORDS).join(' ')
  } catch {
    return ''
  }
}

const firstParts = [...withPages, 'search', 'guide', 'changes', 'docs']

/** The addresses that begin almost like one that leads to nothing. */
function nearPaths({ url, server }: FastifyRequest, errors: Problem['errors']): Html | undefined {
  const [, first = '', ...rest] = url.split('?')[0]!.split('/')
  if (errors.length > 0 || firstParts.includes(first)) return undefined
  const links = nearest(first, firstParts).map(near => {
    const path = ['', near, ...rest].join('/')
    return html`<a href="${server.base.path}${path}">${path}</a>`
  })
  return links.length > 0 ? html`<p>${words.meant} ${join(links, words.or)}?</p>` : undefined
}

const address = /(?<=^|\s)(\/[\w/]+)/

function explanationPage(code: ProblemCode, base: Base): string {
  const { status, title } = problems[code]
  const explanation = explanations[code]
    .split(address)
    .map((part, at) => (at % 2 === 0 ? part : html`<a href="${base.path}${part}">${part}</a>`))
  const main = html`<h1>${title}</h1><p>${words.about}: <code>${code}</code>, ${status}.</p><p>${explanation}</p><p><a href="${base.path}/guide/api#refusals">${words.refusals}</a></p>`
  return layOutAlone(base, title, main)
}

/** The pages that explain each problem. */
export async function problemPages(app: FastifyInstance) {
  const schema = { hide: true }
  app.get<{ Params: { code: string } }>('/problems/:code', { schema }, (request, reply) => {
    const { code } = request.params
    if (!isProblem(code))
      throw new UnknownRecord(
        `there is no problem '${code}'`,
        nearest(code, Object.keys(problems)),
        'code',
      )
    return reply.type(HTML).send(explanationPage(code, app.base))
  })
}
