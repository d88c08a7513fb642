import type { Calls, Given } from './answers.ts'
import { type Action, countActions, getActions, getClaims, listActions, search } from './client.ts'

/** The body of an answer whose status is 200. */
function bodyOf<A extends { status: number; data: unknown }>({ status, data }: A) {
  if (status !== 200) throw new Error(`${status}: ${JSON.stringify(data)}`)
  return data as Extract<A, { status: 200 }>['data']
}

export const calls = ({ action, claim }: Given): Calls => ({
  async list() {
    const answer = await listActions({ region: ['CN'], type: ['ban', 'restriction'] })
    const { meta, data } = bodyOf(answer)
    return [answer.status, meta.total, data.map(({ id }) => id)]
  },
  async action() {
    const answer = await getActions(action)
    return [answer.status, bodyOf(answer).data.title]
  },
  async claim() {
    const answer = await getClaims(claim)
    const { record, field } = bodyOf(answer).data
    return [answer.status, record, field]
  },
  async counts() {
    const answer = await countActions({ group_by: ['year', 'type'] })
    const { data } = bodyOf(answer)
    return [answer.status, data.map(it => it.possible), data.map(it => it.group)]
  },
  async search() {
    const answer = await search({ q: 'mining' })
    const { meta, data } = bodyOf(answer)
    return [answer.status, meta.total, data.map(({ record }) => record)]
  },
})

/** A whole record has all its fields. */
export const titleOf = ({ title }: Action): string => title

// @ts-expect-error: there is no such type of action
export const misspelt = () => listActions({ type: ['bann'] })
