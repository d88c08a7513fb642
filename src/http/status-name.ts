// An import would load all that the module can export, and with it a whole HTTP client: 50 ms of every start.
const { STATUS_CODES } = process.getBuiltinModule('node:http')

/** What HTTP calls a status. */
export const statusName = (status: number): string => STATUS_CODES[status] as string
