import type { Operation } from './description.ts'
import { type InputSchema, inputSchema } from './input-schema.ts'
import { type ToolRow, tools } from './tools.ts'

export type Tool = ToolRow & { operations: Operation[]; inputSchema: InputSchema }

/** The tools by their names, each with the operations that answer and the arguments that these take. */
export function toolsOver(operations: Map<string, Operation>): Map<string, Tool> {
  const own = new Set(tools.map(({ operation }) => operation))
  return new Map(
    tools.map(row => {
      const [before, after] = row.operation.split('{collection}') as [string, string?]
      const answering = [...operations].filter(([id]) =>
        after === undefined ? id === before : id.startsWith(before) && !own.has(id),
      )
      const its = answering.map(([, operation]) => operation)
      return [row.name, { ...row, operations: its, inputSchema: inputSchema(its) }]
    }),
  )
}
