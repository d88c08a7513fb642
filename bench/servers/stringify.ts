import Sqlite from 'better-sqlite3'
import Fastify from 'fastify'

// What one writes first: rows become objects, objects become JSON. Statements are prepared once, pages go by key.
const db = new Sqlite(process.env.DATABASE, { readonly: true })
const one = db.prepare('SELECT * FROM actions WHERE id = ?')
const page = db.prepare(
  'SELECT * FROM actions WHERE date_earliest < ? ORDER BY date_earliest DESC LIMIT 100',
)
const parts = ['actors', 'regions', 'activities', 'amounts', 'details', 'links'].map(
  name => [name, db.prepare(`SELECT * FROM action_${name} WHERE action_id = ?`)] as const,
)

type Row = { id: string }
const withParts = (row: Row) => ({
  ...row,
  ...Object.fromEntries(parts.map(([name, statement]) => [name, statement.all(row.id)])),
})

const app = Fastify()
app.get<{ Params: Row }>('/actions/:id', (request, reply) =>
  reply.type('application/json').send(JSON.stringify(one.get(request.params.id))),
)
app.get<{ Querystring: { before: string } }>('/actions', (request, reply) =>
  reply.type('application/json').send(JSON.stringify(page.all(request.query.before))),
)
app.get<{ Querystring: { before: string } }>('/whole-actions', (request, reply) => {
  const rows = page.all(request.query.before) as Row[]
  return reply.type('application/json').send(JSON.stringify(rows.map(withParts)))
})
await app.listen({ port: Number(process.env.PORT) })
