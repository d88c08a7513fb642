import { createHash } from 'node:crypto'

/** A name that is the same on every server: a UUID of version 8 (RFC 9562) from the sha256 of a path. */
export function nameOf(path: string): string {
  const bytes = createHash('sha256').update(`crypto-regulation-events/${path}`).digest()
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const uuid = bytes.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
  return `urn:uuid:${uuid}`
}
