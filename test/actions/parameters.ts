import t from 'tap'
import { testApp } from '../fixtures/app.ts'
import { exampleOf, exampleUrl, openapi } from '../fixtures/openapi.ts'
import { assertRefused } from '../fixtures/refusals.ts'

const { get } = await testApp(t, { exported: true })

/** Parameters that another one requires. */
const companions: Record<string, string> = {
  region_exact: 'region=CN',
  shape: 'format=csv',
  amount_min: 'amount_unit=USD',
  sum: 'amount_unit=USD',
}

const LISTS_OF_ACTORS = ['/v1/actors', '/v1/exchanges', '/v1/agencies']
const ABOUT_LICENCES = ['activity', 'in_force_on', 'date_match', 'fields']

const companionOf = (path: string, name: string): string =>
  LISTS_OF_ACTORS.includes(path) && ABOUT_LICENCES.includes(name)
    ? 'licensed_in=FR'
    : (companions[name] ?? '')

for (const [path, { get: { parameters = [] } = {} }] of Object.entries(openapi.paths))
  for (const parameter of parameters.filter(it => it.in === 'query'))
    t.test(`${path} ${parameter.name}`, async t => {
      const { name, schema } = parameter
      const url = `${exampleUrl(path, parameter)}&${companionOf(path, name)}&`
      const example = `${name}=${exampleOf(parameter)}`
      const refuse = async (text: string, message: RegExp) =>
        assertRefused(t, await get(url + text), name, message)

      // Cursors come only from answers; see the tests of paging.
      if (name !== 'cursor') t.equal((await get(url + example)).statusCode, 200, example)
      await refuse(`${name}=%E4`, /broken percent-encoding/)
      await refuse(`${name}=a%00b`, /U\+0000/)

      const allowed = schema.enum ?? schema.items?.enum
      if (allowed) {
        // A code of one letter is like no other.
        const first = allowed.find(code => code.length > 1) ?? ''
        const error = await refuse(`${name}=${first}x`, /is not allowed/)
        t.strictSame(error.allowed, allowed)
        t.equal(error.did_you_mean[0], first)
      }
      if (schema.type !== 'array') await refuse(`${example}&${example}`, /given twice/)
      else
        for (const text of [`${name}=`, `${example},`, `${example}&${name}=`])
          await refuse(text, /empty item/)
    })
