import { type Html, html, type Part } from '../html.ts'

/** The facts of a record by their names; those without a value are left out. */
export function factList(facts: [name: string, value: Part][]): Html {
  const items = facts
    .filter(([, value]) => value)
    .map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)
  return html`<dl class="facts">${items}</dl>`
}
