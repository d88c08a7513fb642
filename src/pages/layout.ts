import type { Base } from '../http/server/base.ts'
import { addressOf } from '../model/contact.ts'
import { assetPath } from './assets.ts'
import { type Html, html, jsonScript } from './html.ts'
import type { Page, Site, Step } from './site.ts'
import { texts } from './texts.ts'

const { sections } = texts
const menu: Step[] = [
  [sections.actions, '/actions'],
  [sections.rules, '/rules'],
  [sections.cases, '/cases'],
  [sections.licences, '/licences'],
  [sections.regions, '/regions'],
  [sections.actors, '/actors'],
  [sections.changes, '/changes'],
  [sections.guide, '/guide'],
  [sections.docs, '/docs'],
]

/** A whole page of the dataset; `address`: the path and query that it was asked for by. */
export function layOut(site: Site, address: string, page: Page): string {
  const { canonical = address } = page
  return frame(site.base, address, page, [links(site.base, canonical, page), dataNote(site, page)])
}

/** A whole page that says nothing of the dataset. */
export const layOutAlone = (base: Base, title: string, main: Html): string =>
  frame(base, '/', { title, description: title, main }, [
    html`<meta name="robots" content="noindex">`,
    undefined,
  ])

function frame(
  base: Base,
  address: string,
  page: Page,
  [head, note]: [Html, Html | undefined],
): string {
  const { title, description, main } = page
  const whole = title === texts.site ? title : `${title} – ${texts.site}`
  return `<!doctype html>${
    html`<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${whole}</title><meta name="description" content="${description}"><meta name="color-scheme" content="light dark"><link rel="icon" href="${base.path}/favicon.ico" sizes="32x32"><link rel="stylesheet" href="${base.path}${assetPath('style.css')}">${head}${page.head}<script src="${base.path}${assetPath('script.js')}" defer></script></head>
<body><a class="skip" href="#content">${texts.skip}</a>
<header class="top"><div class="bar"><a class="brand" href="${base.path}/">${texts.site}</a>${searchBox(base, '', 'top-q')}</div>${mainMenu(base, address)}</header>
<main id="content" tabindex="-1">${trail(base, page)}${main}</main>
<footer>${note}<p>${texts.footer.advice}</p></footer></body></html>`.text
  }`
}

/** Where the page is known, for search engines, previews of links, programs and feed readers. */
function links(base: Base, canonical: string, { title, description, json, feed }: Page): Html {
  const url = base.url + canonical
  return html`<link rel="canonical" href="${url}"><meta property="og:title" content="${title}"><meta property="og:description" content="${description}"><meta property="og:url" content="${url}"><meta property="og:type" content="website"><meta property="og:site_name" content="${texts.site}">${json && html`<link rel="alternate" type="application/json" href="${base.path}${json}">`}${feed && feedLinks(base, feed)}`
}

const feedTypes = { atom: 'application/atom+xml', jsonfeed: 'application/feed+json' }

const feedLinks = (base: Base, [name, address]: Step): Html[] =>
  Object.entries(feedTypes).map(([format, type]) => {
    const [path, query = ''] = address.split('?')
    const pairs = [`format=${format}`, ...query.split('&').filter(pair => pair !== '')].sort()
    return html`<link rel="alternate" type="${type}" title="${name}" href="${base.path}${path}?${pairs.join('&')}">`
  })

function mainMenu(base: Base, address: string): Html {
  const [, here] = address.split(/[/?]/)
  const items = menu.map(
    ([name, path]) =>
      html`<li><a href="${base.path}${path}"${path === `/${here}` && html` aria-current="true"`}>${name}</a></li>`,
  )
  return html`<nav aria-label="${texts.menu}"><ul>${items}</ul></nav>`
}

/** The question box. The script completes names in it. */
export const searchBox = ({ path }: Base, q: string, id: string): Html =>
  html`<form class="search" role="search" action="${path}/search"><label class="hidden" for="${id}">${texts.search.label}</label><input id="${id}" name="q" type="search" value="${q}" placeholder="${texts.search.placeholder}" maxlength="200" autocomplete="off" data-suggest="${path}/v1/reconcile/suggest/entity"><button>${texts.search.button}</button></form>`

/** The way down to a page, also for search engines. */
function trail(base: Base, { title, trail }: Page): Html | undefined {
  if (!trail) return undefined
  const steps: Step[] = [[texts.home, '/'], ...trail]
  const items = steps.map(
    ([name, path]) => html`<li><a href="${base.path}${path}">${name}</a></li>`,
  )
  const above = steps.map(([name, path]) => ({ name, item: base.url + path }))
  const itemListElement = [...above, { name: title }].map((step, at) => {
    return { '@type': 'ListItem', position: at + 1, ...step }
  })
  const data = { '@context': 'https://schema.org', '@type': 'BreadcrumbList', itemListElement }
  return html`<nav class="trail" aria-label="${texts.trail}"><ol>${items}</ol></nav>${jsonScript('application/ld+json', JSON.stringify(data))}`
}

/** Where to report an error on a page: to those who run the server or, without a contact, as the guide says. */
function reportAddress({ contact, at }: Site, { title }: Page): string {
  if (!contact) return at('/guide/corrections')
  const subject = 'email' in contact ? `?subject=${encodeURIComponent(title)}` : ''
  return addressOf(contact) + subject
}

function dataNote(site: Site, page: Page): Html {
  const { dataset, at } = site
  const { json } = page
  const { release, licence } = dataset.meta.page
  const { footer } = texts
  return html`<p>${footer.release} <a href="${at('/changes')}">${release.version}</a>. ${footer.data} <a href="${licence.url}" rel="license">${licence.name}</a>.${json && html` <a href="${at(json)}">${footer.json}</a>.`} <a href="${reportAddress(site, page)}">${footer.report}</a>. <a href="${at('/guide/coding')}">${footer.guide}</a>.</p>`
}
