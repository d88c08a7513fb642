import type { FastifyInstance } from 'fastify'

declare module 'fastify' {
  interface FastifyInstance {
    /** Where clients reach this server. */
    readonly base: Base
  }
}

export type Base = {
  /** The absolute address, without a slash at its end. */
  readonly url: string
  /** The path in it, which a proxy removes before it passes a request on; empty if there is none. */
  readonly path: string
}

type Settings = { PUBLIC_URL?: string; HOST: string; PORT: number }

/**
 * Every address in an answer begins with the base: PUBLIC_URL, else HOST and the port that the server listens on. No
 * header of a request decides on it: a cache would give the answer to others.
 */
export function registerBase(app: FastifyInstance, { PUBLIC_URL, HOST, PORT }: Settings) {
  const host = HOST.includes(':') ? `[${HOST}]` : HOST
  const path = PUBLIC_URL === undefined ? '' : new URL(PUBLIC_URL).pathname.replace(/\/$/, '')
  const base = { path, url: PUBLIC_URL ?? `http://${host}:${PORT}` }
  app.decorate('base', base)
  if (PUBLIC_URL !== undefined) return
  app.addHook('onListen', async () => {
    const [bound] = app.addresses()
    if (typeof bound === 'object') base.url = `http://${host}:${bound.port}`
  })
}
