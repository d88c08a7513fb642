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
import { layOutAlone } from '../layout.ts'
import { setPageHeaders } from '../policy.ts'

const HTML = 'text/html; charset=utf-8'

const isProblem = (code: string): code is ProblemCode => Object.hasOwn(problems, code)

type Fault = Problem['errors'][number]

/** The page on which a browser finds why its request failed, and what to do. */
export function problemPage(
  { title, detail, errors }: Problem,
  request: FastifyRequest,
  reply: FastifyReply,
): string {
  setPageHeaders(request, reply)
  const { base } = request.server
  const faults = errors.map(fault => html`<li>${faultText(fault, request)}</li>`)
  const main = html`<h1>${title}</h1>
${errors.length > 0 ? html`<ul class="faults">${faults}</ul>` : html`<p>${detail}</p>`}
<p>${texts.advice}</p><ul><li><a href="${base.path}/">${texts.home}</a></li><li><a href="${base.path}/search">${texts.search}</a></li></ul>`
  return layOutAlone(base, title, main)
}

const MOST_ALLOWED = 40

function faultText(
  { parameter, message, allowed = [], did_you_mean = [] }: Fault,
  request: FastifyRequest,
): Html {
  const near = did_you_mean.map(
    value => html`<a href="${corrected(request, parameter, value)}">${value}</a>`,
  )
  return html`<b>${parameter}</b>: ${message}.${near.length > 0 && html` ${texts.meant} ${join(near, texts.or)}?`}${allowed.length > 0 && allowed.length <= MOST_ALLOWED && html` ${texts.allowed} ${allowed.join(', ')}.`}`
}

/** The address of a request with another value of a parameter. */
function corrected(
  { url, server, routeOptions }: FastifyRequest,
  parameter: string,
  value: string,
): string {
  const [path = '', query = ''] = url.split('?')
  if (routeOptions.url?.endsWith(`/:${parameter}`))
    return `${server.base.path}${path.slice(0, path.lastIndexOf('/') + 1)}${encodeURIComponent(value)}`
  const parameters = new URLSearchParams(query)
  parameters.set(parameter, value)
  return `${server.base.path}${path}?${parameters}`
}

const texts = {
  home: 'Home: what there is, and what is missing',
  search: 'Search all records',
  advice: 'You can go on from here:',
  meant: 'Did you mean',
  or: ' or ',
  allowed: 'Allowed:',
}

function explanationPage(code: ProblemCode, base: Base): string {
  const { status, title } = problems[code]
  const explanation = explanations[code].replaceAll(/(?<=^|\s)(?=\/)/g, () => base.path)
  const main = html`<h1>${title}</h1><p>Problem <code>${code}</code>, status ${status}.</p><p>${explanation}</p><p><a href="${base.path}/docs">API documentation</a></p>`
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
