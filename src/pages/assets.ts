import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { sha256 } from '../model/hash.ts'

const types = {
  'style.css': 'text/css; charset=utf-8',
  'script.js': 'text/javascript; charset=utf-8',
}
type Asset = keyof typeof types

const read = (name: string): string =>
  readFileSync(new URL(`./assets/${name}`, import.meta.url), 'utf8')

const palette = read('palette.css')

/** The style of charts, which a picture by itself carries with it. */
export const chartStyle = palette + read('chart.css')

/** The style by which Swagger UI looks like the pages. */
export const swaggerStyle = palette + read('swagger.css')

const assets = (Object.keys(types) as Asset[]).map(name => {
  const text = name === 'style.css' ? chartStyle + read(name) : read(name)
  const path = `/assets/${sha256(text).slice(0, 12)}/${name}`
  return { name, text, path, type: types[name] }
})

/** The path of a file that pages use. It changes with the file, so that browsers may keep it for good. */
export const assetPath = (name: Asset): string => assets.find(asset => asset.name === name)!.path

const FOR_GOOD = 'public, max-age=31536000, immutable'

/** The style sheet and the script of the pages. */
export async function assetRoutes(app: FastifyInstance) {
  for (const { path, text, type } of assets)
    app.get(path, { schema: { hide: true } }, (_, reply) =>
      reply.header('cache-control', FOR_GOOD).type(type).send(text),
    )
}
