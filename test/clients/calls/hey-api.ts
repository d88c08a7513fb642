import type { Calls, Given } from './answers.ts'
import {
  type Action,
  countActions,
  getActions,
  getClaims,
  listActions,
  search,
} from './client/index.ts'

export const calls = ({ action, claim }: Given): Calls => ({
  async list() {
    const query = { region: ['CN'], type: ['ban' as const, 'restriction' as const] }
    const { response, data } = await listActions({ query })
    return [response?.status, data?.meta.total, data?.data.map(({ id }) => id)]
  },
  async action() {
    const { response, data } = await getActions({ path: { id: action } })
    return [response?.status, data?.data.title]
  },
  async claim() {
    const { response, data } = await getClaims({ path: { id: claim } })
    return [response?.status, data?.data.record, data?.data.field]
  },
  async counts() {
    const { response, data } = await countActions({ query: { group_by: ['year', 'type'] } })
    const counts = data?.data
    return [response?.status, counts?.map(it => it.possible), counts?.map(it => it.group)]
  },
  async search() {
    const { response, data } = await search({ query: { q: 'mining' } })
    return [response?.status, data?.meta.total, data?.data.map(({ record }) => record)]
  },
})

/** A whole record has all its fields. */
export const titleOf = ({ title }: Action): string => title

// @ts-expect-error: there is no such type of action
export const misspelt = () => listActions({ query: { type: ['bann'] } })
