import { readFileSync, writeFileSync } from 'node:fs'
import openapiTS, { astToString } from 'openapi-typescript'
import { parse } from 'yaml'

const place = (name: string) => new URL(name, import.meta.url)

/** The description without its examples, so that types change with the API and not with each release. */
const withoutExamples = (text: string) =>
  JSON.parse(JSON.stringify(parse(text)), (key, value) => (key === 'example' ? undefined : value))

const [file = place('./schema.d.ts')] = process.argv.slice(2)
const description = withoutExamples(readFileSync(place('../../openapi.yaml'), 'utf8'))
writeFileSync(
  file,
  `// Written by \`npm run client\`.\n${astToString(await openapiTS(description))}`,
)
