import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { parse } from 'csv-parse/sync'
import t from 'tap'
import { YamlFile } from '../../src/build/seed/yaml-file.ts'
import { projectRoot } from '../../src/dataset/project.ts'
import { isLei } from '../../src/model/lei.ts'
import { type Facts, RegisterSeed } from '../../src/model/register.ts'

const folder = join(projectRoot, 'seed/registers')

const readings = (id: string): Facts[][] =>
  globSync('*-*-*.csv', { cwd: join(folder, id) }).map(file =>
    parse(readFileSync(join(folder, id, file)), { from_line: 2, columns: true }),
  )

for (const path of globSync('*/register.yaml', { cwd: folder }).sort()) {
  const id = dirname(path)
  t.test(`${id}: its description and its facts agree`, async t => {
    const register = new YamlFile(basename(path), join(folder, path)).read(RegisterSeed)
    const authorities = register.authorities.map(one => one.id)
    t.equal(register.id, id)
    t.ok(
      authorities.includes(register.authority),
      'the body that keeps it is among the authorities',
    )
    t.equal(new Set(authorities).size, authorities.length)
    for (const rows of readings(id)) {
      t.equal(new Set(rows.map(({ row }) => row)).size, rows.length, 'each row has its own key')
      for (const { kind, home, authority, lei } of rows)
        if (
          !register.kinds.includes(kind!) ||
          !register.places.includes(home!) ||
          !authorities.includes(authority!) ||
          (lei && !isLei(lei))
        )
          t.fail('a row with a strange value', { kind, home, authority, lei })
    }
  })
}

t.test('the licences of the European Union in June 2026', async t => {
  const file = join(folder, 'eu-esma-casps/2026-06-28.csv')
  const rows: Facts[] = parse(readFileSync(file), { from_line: 2, columns: true })
  const licences = [...Map.groupBy(rows, ({ lei, name }) => lei || name).values()]
  const items = (of: (facts: Facts) => (string | undefined)[]) =>
    licences.flatMap(rows => [...new Set(rows.flatMap(of).filter(Boolean))]).length
  t.strictSame(
    {
      rows: rows.length,
      licences: licences.length,
      services: items(({ services }) => services!.split('|')),
      places: items(({ home, places }) => [home, ...places!.split('|')]),
      granted: licences.filter(rows => rows.some(({ granted }) => granted)).length,
      ended: rows.filter(({ ended }) => ended).length,
    },
    { rows: 244, licences: 243, services: 882, places: 3831, granted: 242, ended: 2 },
  )
})
