import type { FastifyInstance } from 'fastify'

/** Answers that end while the server is closing end their connection too: a client that keeps it would keep the server. */
export function registerClosing(app: FastifyInstance) {
  let closing = false
  app.addHook('preClose', async () => {
    closing = true
  })
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (closing) reply.header('connection', 'close')
    done(null, payload)
  })
}
