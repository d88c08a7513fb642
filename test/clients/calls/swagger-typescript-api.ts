import type { Calls, Given } from './answers.ts'
import { type Action, Api } from './client.ts'

const { v1 } = new Api()

export const calls = ({ action, claim }: Given): Calls => ({
  async list() {
    const { status, data } = await v1.listActions({ region: ['CN'], type: ['ban', 'restriction'] })
    return [status, data.meta.total, data.data.map(({ id }) => id)]
  },
  async action() {
    const { status, data } = await v1.getActions(action)
    return [status, data.data.title]
  },
  async claim() {
    const { status, data } = await v1.getClaims(claim)
    return [status, data.data.record, data.data.field]
  },
  async counts() {
    const { status, data } = await v1.countActions({ group_by: ['year', 'type'] })
    return [status, data.data.map(it => it.possible), data.data.map(it => it.group)]
  },
  async search() {
    const { status, data } = await v1.search({ q: 'mining' })
    return [status, data.meta.total, data.data.map(({ record }) => record)]
  },
})

/** A whole record has all its fields. */
export const titleOf = ({ title }: Action): string => title

// @ts-expect-error: there is no such type of action
export const misspelt = () => v1.listActions({ type: ['bann'] })
