import type { Touch } from '../rules.ts'
import { joinItems } from './items.ts'

const host = /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z][a-z\d-]*[a-z\d]$/

/** App shops and social networks, where many firms have a page. */
const shared = [
  ...['apps.apple.com', 'discord.com', 'discord.gg', 'facebook.com', 'github.com'],
  ...['instagram.com', 'itunes.apple.com', 'linkedin.com', 'linktr.ee', 'medium.com'],
  ...['play.google.com', 'sites.google.com', 't.me', 'telegram.me', 'tiktok.com'],
  ...['twitter.com', 'x.com', 'youtube.com'],
]

/** The domains in a cell with websites. */
export function readDomains(text: string, touch: Touch): string {
  const parts = text.split(/[\s|,;]+/).filter(part => part !== '')
  return joinItems(parts.flatMap(part => readDomain(part, touch)))
}

function readDomain(part: string, touch: Touch): string[] {
  const domain = hostOf(part)?.replace(/^www\./, '')
  if (domain === undefined || !host.test(domain) || domain.startsWith('www-')) {
    touch('no-domain')
    return []
  }
  const isShared = shared.some(one => domain === one || domain.endsWith(`.${one}`))
  if (isShared) touch('shared-domain')
  return isShared ? [] : [domain]
}

/** The host of an address with or without `https://`; undefined where it has another form. */
function hostOf(part: string): string | undefined {
  const address = /^https?:\/\//i.test(part) ? part : `https://${part}`
  if (part.includes('@') || !URL.canParse(address)) return undefined
  return new URL(address).hostname
}
