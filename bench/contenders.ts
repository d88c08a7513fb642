import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { nodeSettings } from '../src/bin/node-settings.js'
import { launch, type Program, type Server, script } from './launch.ts'
import { copyTables, writeJsonFile } from './rival-records.ts'
import { FIXED, type FixedAnswer } from './servers/fixed.ts'

/** With everything on: a log line for each answer, metrics, and a limit that is never reached. */
const everythingOn = { RATE_LIMIT: '999999999', METRICS_PORT: '0', LOG_LEVEL: 'info' }

/** The variables and options with which `npm start` starts Node. */
const { variables, options } = nodeSettings['src/bin/serve.ts']

/** A server of our app, started as `npm start` starts it. */
function ourProgram(name: string, ready: string, env: Record<string, string>): Program {
  const [node, file] = script(name) as [string, string]
  return {
    command: () => [node, ...options, file],
    ready,
    env: { ...everythingOn, ...variables, ...env },
  }
}

export const startOurs = (dataset: string): Promise<Server> =>
  launch(ourProgram('servers/ours.ts', '/health/ready', { DATABASE: dataset }))

/** Headers that an answer about the dataset has, and no other answer of the app. */
const OWN = ['etag', 'cache-control', 'last-modified', 'vary', 'x-dataset-release', 'link']

const ownHeaders = ({ headers }: Response): Record<string, string> =>
  Object.fromEntries([...headers].filter(([name]) => OWN.includes(name)))

/** What ours sends at some paths, put into a folder for servers that send the same bytes. */
async function keepAnswers(ours: Server, paths: Record<string, string>, folder: string) {
  mkdirSync(folder, { recursive: true })
  const answers: FixedAnswer[] = []
  for (const [name, path] of Object.entries(paths)) {
    const answer = await fetch(ours.url + path, { headers: { 'accept-encoding': 'identity' } })
    writeFileSync(`${folder}/${name}`, Buffer.from(await answer.arrayBuffer()))
    const type = answer.headers.get('content-type') as string
    const headers = ownHeaders(answer)
    answers.push({ path: `/${name}`, status: answer.status, type, headers, file: name })
    answers.push({ path: `/${name}-304`, status: 304, type, headers, file: name })
  }
  writeFileSync(`${folder}/${FIXED}`, JSON.stringify(answers))
}

const rivals = `${import.meta.dirname}/rivals`

/** When a file was last changed, in milliseconds; 0 if there is none. */
const changed = (file: string) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0

function installRivals() {
  if (changed(`${rivals}/node_modules/.package-lock.json`) > changed(`${rivals}/package-lock.json`))
    return
  console.error('Installing the rivals …')
  execFileSync('npm', ['ci', '--prefix', rivals], { stdio: ['ignore', 'ignore', 'inherit'] })
}

/** Those that ours is compared with, each with the same records or the same bytes. */
const programs = (dataset: string, fixed: string, tables: string, json: string) =>
  ({
    bare: ourProgram('servers/bare.ts', '/page', { DATABASE: dataset, FIXED_FOLDER: fixed }),
    naked: {
      command: () => script('servers/naked.ts'),
      ready: '/page',
      env: { FIXED_FOLDER: fixed },
    },
    stringify: {
      command: () => script('servers/stringify.ts'),
      ready: '/actions?before=2021-05-05',
      env: { DATABASE: tables },
    },
    platformatic: {
      command: () => script('rivals/platformatic.js'),
      ready: '/actions/?limit=1',
      env: { DATABASE: tables },
    },
    soul: {
      command: port => [
        ...script('rivals/node_modules/soul-cli/src/server.js'),
        ...['-d', tables, '-p', String(port)],
      ],
      ready: '/api/tables/actions/rows?_limit=1',
    },
    'json-server': {
      command: port => [
        ...script('rivals/node_modules/json-server/lib/cli/bin.js'),
        ...['--port', String(port), '--quiet', '--read-only', json],
      ],
      ready: '/actions?_limit=1',
    },
  }) satisfies Record<string, Program>

export type Contenders = Partial<Record<keyof ReturnType<typeof programs>, Server>> & {
  ours: Server
}

/** Starts all that ours is compared with. One that cannot be had here is left out, and said in `missing`. */
export async function startOthers(
  ours: Server,
  dataset: string,
  answers: Record<string, string>,
  folder: string,
  missing: string[],
): Promise<Contenders> {
  await keepAnswers(ours, answers, `${folder}/fixed`)
  const [tables, json] = [`${folder}/tables.sqlite`, `${folder}/actions.json`]
  rmSync(tables, { force: true })
  copyTables(dataset, tables)
  writeJsonFile(json, await (await fetch(`${ours.url}/v1/actions?format=ndjson`)).text())
  try {
    installRivals()
  } catch {
    missing.push('The rivals could not be installed: see `npm ci --prefix bench/rivals`.')
  }
  const all: Contenders = { ours }
  for (const [name, program] of Object.entries(programs(dataset, `${folder}/fixed`, tables, json)))
    try {
      all[name as keyof Contenders] = await launch(program)
    } catch (error) {
      missing.push(`${name} could not be started: ${(error as Error).message}.`)
    }
  return all
}
