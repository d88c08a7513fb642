import Sqlite from 'better-sqlite3'
import Fastify from 'fastify'

// The obvious way to send whole records: rows become objects, lists are joined to them, and objects become JSON.
const db = new Sqlite(process.env.DATABASE, { readonly: true })
const sql = 'SELECT * FROM actions WHERE date_earliest < ? ORDER BY date_earliest DESC LIMIT 100'
const page = db.prepare<[string], { id: string }>(sql)
const lists = ['actors', 'regions', 'activities', 'amounts', 'details', 'links'].map(name => {
  const sql = `SELECT * FROM action_${name} WHERE action_id IN (SELECT value FROM json_each(?))`
  return { name, items: db.prepare<[string], { action_id: string }>(sql) }
})

function wholeRecords(before: string) {
  const actions = page.all(before)
  const ids = JSON.stringify(actions.map(({ id }) => id))
  const found = lists.map(({ name, items }) => {
    return [name, Map.groupBy(items.all(ids), item => item.action_id)] as const
  })
  const listsOf = (id: string) => found.map(([name, items]) => [name, items.get(id) ?? []])
  return actions.map(action => ({ ...action, ...Object.fromEntries(listsOf(action.id)) }))
}

const app = Fastify()
app.get<{ Querystring: { before: string } }>('/actions', ({ query }, reply) =>
  reply.type('application/json').send(JSON.stringify(wholeRecords(query.before ?? '9999'))),
)
await app.listen({ port: Number(process.env.PORT) })
