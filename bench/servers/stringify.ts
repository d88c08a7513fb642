import Sqlite from 'better-sqlite3'
import Fastify from 'fastify'

// What one writes first: rows become objects, objects become JSON. Statements are prepared once, pages go by key.
const db = new Sqlite(process.env.DATABASE, { readonly: true })
const one = db.prepare('SELECT * FROM actions WHERE id = ?')
const page = db.prepare(
  'SELECT * FROM actions WHERE date_earliest < ? ORDER BY date_earliest DESC LIMIT 100',
)
const parts = ['actors', 'regions', 'activities', 'amounts', 'details', 'links'].map(name => {
  const sql = `SELECT * FROM action_${name} WHERE action_id IN (SELECT value FROM json_each(?))`
  return [name, db.prepare(sql)] as const
})

type Action = { id: string }
type Part = { action_id: string }

/** The actions with all that hangs on them: a statement for each table and page, not for each action. */
function withParts(actions: Action[]) {
  const ids = JSON.stringify(actions.map(({ id }) => id))
  const found = parts.map(
    ([name, all]) => [name, Map.groupBy(all.all(ids) as Part[], part => part.action_id)] as const,
  )
  return actions.map(action => ({
    ...action,
    ...Object.fromEntries(found.map(([name, of]) => [name, of.get(action.id) ?? []])),
  }))
}

type Page = { Querystring: { before: string } }

const app = Fastify()
app.get<{ Params: Action }>('/actions/:id', (request, reply) =>
  reply.type('application/json').send(JSON.stringify(one.get(request.params.id))),
)
app.get<Page>('/actions', (request, reply) =>
  reply.type('application/json').send(JSON.stringify(page.all(request.query.before))),
)
app.get<Page>('/whole-actions', (request, reply) => {
  const actions = page.all(request.query.before) as Action[]
  return reply.type('application/json').send(JSON.stringify(withParts(actions)))
})
await app.listen({ port: Number(process.env.PORT) })
