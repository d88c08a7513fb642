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
  app.decorate('base', {
    path: PUBLIC_URL === undefined ? '' : new URL(PUBLIC_URL).pathname.replace(/\/$/, ''),
    get url() {
      const [bound] = app.addresses()
      const port = typeof bound === 'object' ? bound.port : PORT
      return PUBLIC_URL ?? `http://${host}:${port}`
    },
  })
}
