import type { FastifyInstance } from 'fastify'

/** While the server closes, each answer closes its connection too: a kept connection would keep the server running. */
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
