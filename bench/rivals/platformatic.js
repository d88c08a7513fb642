import mapper from '@platformatic/sql-mapper'
import openapi from '@platformatic/sql-openapi'
import Fastify from 'fastify'

const app = Fastify()
const connectionString = `sqlite://${process.env.DATABASE}`
app.register(mapper.plugin ?? mapper, { connectionString, include: { actions: true } })
app.register(openapi.plugin ?? openapi)
await app.listen({ port: Number(process.env.PORT) })
