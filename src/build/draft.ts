/** The name under which this process writes a file or folder until it is complete. */
export const draftOf = (path: string): string => `${path}.${process.pid}.draft`

/** The name that a draft of any process was to get, or a file that SQLite wrote beside it; undefined for any other name. */
export const finishedName = (name: string): string | undefined =>
  /^(.+)\.\d+\.draft(?:\.loose)?(?:-journal)?$/.exec(name)?.[1]
