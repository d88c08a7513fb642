import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Problem } from '../../http/problems/problems.ts'
import { quoted } from '../../model/issues.ts'
import { encodePath } from '../../model/paths.ts'
import { type Html, html, join, type Part } from '../html.ts'
import { withPages } from '../links.ts'
import { texts } from '../texts.ts'

type Fault = Problem['errors'][number]

const { problems: words } = texts

const MOST_ALLOWED = 40

/** A fault in words, with the same address corrected in each way that is near. */
export function faultText(fault: Fault, request: FastifyRequest): Html {
  const { parameter, message, allowed = [], did_you_mean = [] } = fault
  const linkTo = (value: string) => html`<a href="${corrected(request, fault, value)}">${value}</a>`
  const near = did_you_mean.map(linkTo)
  const isInQuery = !isInPath(request, parameter)
  return html`${isInQuery && html`<b>${parameter}</b>: `}${withLinks(request, message)}.${near.length > 0 && html` ${words.meant} ${join(near, words.or)}?`}${allowed.length > 0 && allowed.length <= MOST_ALLOWED && html` ${words.allowed} ${join(allowed.map(linkTo))}.`}${isInQuery && without(request, parameter)}`
}

/** The address without a parameter; no link if that does not change it. */
function without(request: FastifyRequest, parameter: string): Html | undefined {
  const rest = addressWith(request, query => {
    query.delete(parameter)
    query.delete(`${parameter}[]`)
  })
  const same = addressWith(request, () => {})
  return rest === same ? undefined : html` <a href="${rest}">${words.without}</a>.`
}

const listPath = /\/v1\/([a-z]+)(?![\w/])/g

/** A message of the API, in which the paths of lists lead to their pages. */
function withLinks({ server }: FastifyRequest, message: string): Part[] {
  const parts: Part[] = []
  let end = 0
  for (const { 0: whole, 1: name = '', index } of message.matchAll(listPath)) {
    const path = withPages.includes(name) ? `/${name}` : whole
    parts.push(message.slice(end, index), html`<a href="${server.base.path}${path}">${path}</a>`)
    end = index + whole.length
  }
  return [...parts, message.slice(end)]
}

const isInPath = ({ routeOptions }: FastifyRequest, parameter: string): boolean =>
  routeOptions.url?.endsWith(`/:${parameter}`) === true

/** The address of a request with another value of a parameter, or with the name that was meant. */
function corrected(request: FastifyRequest, fault: Fault, value: string): string {
  const { parameter } = fault
  const { url, server } = request
  if (isInPath(request, parameter)) {
    const [path = ''] = url.split('?')
    return `${server.base.path}${path.slice(0, path.lastIndexOf('/') + 1)}${encodePath(value)}`
  }
  return addressWith(request, query => {
    const given = [...query.getAll(parameter), ...query.getAll(`${parameter}[]`)].join(',')
    query.delete(`${parameter}[]`)
    if (takes(request, parameter)) return query.set(parameter, replaceItem(given, fault, value))
    query.delete(parameter)
    query.set(value, given)
  })
}

/** Whether a page has a parameter. */
function takes({ routeOptions }: FastifyRequest, parameter: string): boolean {
  const { querystring } = Object(routeOptions.schema)
  return !(querystring instanceof z.ZodObject) || parameter in querystring.shape
}

/** A list with another item in place of the one that a message names. */
const replaceItem = (given: string, { message }: Fault, value: string): string =>
  given
    .split(',')
    .map(item => (message.includes(quoted(item)) ? value : item))
    .join(',')

function addressWith(
  { url, server }: FastifyRequest,
  change: (query: URLSearchParams) => void,
): string {
  const [path = '', text = ''] = url.split('?')
  const query = new URLSearchParams(text)
  change(query)
  const rest = query.size > 0 ? `?${query}` : ''
  return `${server.base.path}${path}${rest}`
}
