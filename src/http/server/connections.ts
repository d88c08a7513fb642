import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'

/** Milliseconds that a client may take: without sending or reading anything, for its headers, and for all of a request. */
export type Patience = { idle: number; headers: number; request: number }

/** File descriptors for everything but connections: the dataset, the search processes, the log, the program itself. */
const OWN_DESCRIPTORS = 48
/** A connection may have a file open besides: one of those that it downloads. */
const DESCRIPTORS_EACH = 2

/** How many connections the process has file descriptors for; Windows has no such limit. */
function mostConnections(): number {
  // Else it may look up the names of all peers.
  Object.assign(process.report, { excludeNetwork: true })
  const { userLimits } = process.report.getReport() as {
    userLimits?: { open_files: { soft: number | 'unlimited' } }
  }
  const most = Math.floor(
    (Number(userLimits?.open_files.soft) - OWN_DESCRIPTORS) / DESCRIPTORS_EACH,
  )
  return Number.isNaN(most) ? Number.POSITIVE_INFINITY : Math.max(1, most)
}

const DROPS_LOGGED_EACH_MS = 60_000

/**
 * Refuses connections beyond a bound, and lets the server close: silent connections end at once, those with an answer
 * in progress after it, all of them after `grace` milliseconds.
 */
export function registerConnections(app: FastifyInstance, grace: number) {
  const { server } = app
  const sockets = new Set<Socket>()
  server.on('connection', socket => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  server.maxConnections = mostConnections()
  let logged = Number.NEGATIVE_INFINITY
  server.on('drop', () => {
    const now = performance.now()
    if (now - logged < DROPS_LOGGED_EACH_MS) return
    logged = now
    app.log.warn({ most: server.maxConnections }, 'connections refused: there are too many')
  })

  let cut: NodeJS.Timeout | undefined
  app.addHook('preClose', async () => {
    for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy()
    cut = setTimeout(() => {
      app.log.warn({ connections: sockets.size }, 'answers in progress are cut')
      for (const socket of sockets) socket.destroy()
    }, grace)
  })
  app.addHook('onSend', (_request, reply, payload, done) => {
    // A kept connection would keep the server running.
    if (cut) reply.header('connection', 'close')
    done(null, payload)
  })
  // A stream that had begun before has told its client that the connection is kept.
  app.addHook('onResponse', (_request, _reply, done) => {
    if (cut) setImmediate(() => server.closeIdleConnections())
    done()
  })
  app.addHook('onClose', async () => clearTimeout(cut))
}
