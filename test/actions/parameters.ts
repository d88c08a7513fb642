import t from 'tap'
import { assertProblem, testApp } from '../fixtures/app.ts'
import { openapi } from '../fixtures/openapi.ts'

type Enum = { enum?: string[] }
type Parameter = {
  name: string
  in: string
  required?: boolean
  schema: Enum & { type: string; items?: Enum; examples: unknown[] }
}

const { get } = await testApp(t, { exported: true })

const described = Object.entries(openapi.paths).map(
  ([path, { get }]) => [path, (get?.parameters ?? []) as Parameter[]] as const,
)

/** The example of a parameter as URL text. */
const exampleOf = ({ schema }: Parameter): string =>
  encodeURIComponent([schema.examples[0]].flat().join(','))

/** What must be there for a parameter to be taken. */
const companions: Record<string, string> = { region_exact: 'region=CN', shape: 'format=csv' }

/** A path with its ids filled in and what it needs, but for one parameter. */
function urlOf(path: string, parameters: Parameter[], { name }: Parameter): string {
  const needed = parameters
    .filter(other => other.in === 'query' && other.required && other.name !== name)
    .map(other => `${other.name}=${exampleOf(other)}`)
  const filled = parameters
    .filter(other => other.in === 'path')
    .reduce((url, other) => url.replace(`{${other.name}}`, exampleOf(other)), path)
  return `${filled}?${[...needed, companions[name] ?? []].flat().join('&')}&`
}

for (const [path, parameters] of described)
  for (const parameter of parameters.filter(it => it.in === 'query'))
    t.test(`${path} ${parameter.name}`, async t => {
      const { name, schema } = parameter
      const url = urlOf(path, parameters, parameter)
      const example = `${name}=${exampleOf(parameter)}`
      const refuse = async (text: string, message: RegExp) => {
        const answer = await get(url + text)
        assertProblem(t, answer, 400, 'bad-parameter')
        const [fault, ...others] = answer.json.errors
        t.match(fault, { parameter: name, message }, text)
        t.equal(others.length, 0, text)
        return fault
      }

      // Only an answer gives a cursor; see the tests of paging.
      if (name !== 'cursor') t.equal((await get(url + example)).statusCode, 200, example)
      await refuse(`${name}=%E4`, /broken percent-encoding/)
      await refuse(`${name}=a%00b`, /U\+0000/)

      const allowed = schema.enum ?? schema.items?.enum
      if (allowed) {
        const [first = ''] = allowed
        const fault = await refuse(`${name}=${first}x`, /is not allowed/)
        t.strictSame(fault.allowed, allowed)
        t.equal(fault.did_you_mean[0], first)
      }
      if (schema.type !== 'array')
        return void (await refuse(`${example}&${example}`, /given twice/))
      await refuse(`${name}=`, /empty item/)
      await refuse(`${example},`, /empty item/)
      await refuse(`${example}&${name}=`, /empty item/)
    })
