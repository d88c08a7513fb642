/** The cursor of the same query that begins at another place: see src/queries/cursor.ts. */
export function cursorAt(cursor: string, place: number): string {
  const [release, query] = JSON.parse(Buffer.from(cursor, 'base64url').toString())
  return Buffer.from(JSON.stringify([release, query, place])).toString('base64url')
}
