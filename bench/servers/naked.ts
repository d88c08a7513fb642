import Fastify from 'fastify'
import { registerFixed } from './fixed.ts'

const app = Fastify()
registerFixed(app, process.env.FIXED_FOLDER as string, false)
await app.listen({ port: Number(process.env.PORT) })
