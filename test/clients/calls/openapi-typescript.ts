import createClient from 'openapi-fetch'
import type { Calls, Given } from './answers.ts'
import {
  type components,
  PathsV1CountsGetParametersQueryGroup_by as Grouping,
  type paths,
  ComponentsParametersType as Type,
} from './client.ts'

const clientAt = (baseUrl: string) =>
  createClient<paths, 'application/json' | 'application/problem+json'>({ baseUrl })

export function calls({ address, action, claim }: Given): Calls {
  const client = clientAt(address)
  return {
    async list() {
      const query = { region: ['CN'], type: [Type.ban, Type.restriction] }
      const { response, data } = await client.GET('/v1/actions', { params: { query } })
      return [response.status, data?.meta.total, data?.data.map(({ id }) => id)]
    },
    async action() {
      const path = { id: action }
      const { response, data } = await client.GET('/v1/actions/{id}', { params: { path } })
      return [response.status, data?.data.title]
    },
    async claim() {
      const path = { id: claim }
      const { response, data } = await client.GET('/v1/claims/{id}', { params: { path } })
      return [response.status, data?.data.record, data?.data.field]
    },
    async counts() {
      const query = { group_by: [Grouping.year, Grouping.type] }
      const { response, data } = await client.GET('/v1/counts', { params: { query } })
      const counts = data?.data
      return [response.status, counts?.map(it => it.possible), counts?.map(it => it.group)]
    },
    async search() {
      const query = { q: 'mining' }
      const { response, data } = await client.GET('/v1/search', { params: { query } })
      return [response.status, data?.meta.total, data?.data.map(({ record }) => record)]
    },
  }
}

/** A whole record has all its fields. */
export const titleOf = ({ title }: components['schemas']['Action']): string => title

export const misspelt = (address: string) =>
  // @ts-expect-error: there is no such type of action
  clientAt(address).GET('/v1/actions', { params: { query: { type: ['bann'] } } })
