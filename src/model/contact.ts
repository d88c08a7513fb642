import { z } from 'zod'

/** Where people can write: an e-mail address, or the address of a page. Both can stand anywhere as they are. */
export type Contact = { email: string } | { url: string }

const address = /^https:\/\/[\w!#$%()*+,./:;=?@[\]~-]+$/

/** Reads an e-mail address or an https address; undefined if a text is neither. */
export function readContact(text: string): Contact | undefined {
  if (z.email().safeParse(text).success) return { email: text }
  return address.test(text) && URL.canParse(text) ? { url: text } : undefined
}

/** The address by which a browser opens a contact. */
export const addressOf = (contact: Contact): string =>
  'email' in contact ? `mailto:${contact.email}` : contact.url
