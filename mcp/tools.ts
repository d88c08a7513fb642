import { type Operation, operations } from './description.ts'
import { inputSchema } from './input-schema.ts'
import { pages } from './pages.ts'

/**
 * The operation that answers each tool. `{collection}` stands for every collection that has such an operation and no
 * tool of its own.
 */
const answering = {
  describe_dataset: 'get-dataset',
  describe_coverage: 'describe-coverage',
  search_records: 'search',
  find_actions: 'list-actions',
  find_rules: 'list-rules',
  find_cases: 'list-cases',
  find_licences: 'list-licences',
  find_actors: 'list-actors',
  count_actions: 'count-actions',
  trace_chain: 'chain-actions',
  get_evidence: 'evidence-{collection}',
  get_record: 'get-{collection}',
  list_records: 'list-{collection}',
  list_changes: 'list-changes',
  get_history: 'history-actions',
}

const taken = Object.values(answering)

function operationsOf(id: string): Operation[] {
  const prefix = id.replace('{collection}', '')
  if (prefix === id) return operations.filter(operation => operation.id === id)
  return operations.filter(({ id }) => id.startsWith(prefix) && !taken.includes(id))
}

/** The descriptions of the tools, as the documentation has them. */
const { text } = pages.find(({ name }) => name === 'docs/agents.md')!
const descriptions = new Map(
  [...text.matchAll(/^\| `(\w+)` \| (.+) \|$/gm)].map(([, name, cell]) => [name!, cell!]),
)

function toTool(name: string, id: string) {
  const operations = operationsOf(id)
  const title = name.charAt(0).toUpperCase() + name.slice(1).replace('_', ' ')
  const description = descriptions.get(name)!
  return { name, title, description, operations, inputSchema: inputSchema(operations) }
}
export type Tool = ReturnType<typeof toTool>

/** The tools by their names. */
export const tools = new Map(
  Object.entries(answering).map(([name, id]) => [name, toTool(name, id)]),
)
