import type { ActorSeed } from '../../model/actor.ts'
import { prepareName, similarity } from '../../model/names.ts'
import { freeId, plainName, slugOf } from './slugs.ts'

/** A firm as a register has it. */
export type Candidate = {
  brand: string | undefined
  names: string[]
  lei: string | undefined
  /** Its id, where no name has Latin letters. */
  slug: string
}

/** Why a licence was given to a firm. */
export type Match = { firm: string; by: 'LEI' | 'name' | 'decision' | 'new' }

/** A firm with a name that is near to that of a new one: a curator may decide that they are one. */
export type Near = { firm: string; name: string; other: string; likeness: number }

const NEAR = 0.85
const holdNone = ['agency', 'person']

/** The firms that the dataset knows, by their LEIs and their names without legal forms. */
export class KnownFirms {
  readonly near: Near[] = []
  readonly #byLei = new Map<string, string>()
  readonly #byName = new Map<string, string>()
  readonly #ids = new Set<string>()

  /** Agencies and persons hold no licences. */
  constructor(actors: ActorSeed[]) {
    for (const { id, kind, names, identifiers } of actors) {
      this.#ids.add(id)
      if (holdNone.includes(kind)) continue
      const leis = identifiers.flatMap(({ scheme, value }) => (scheme === 'lei' ? value : []))
      this.remember(id, { brand: undefined, names: names.map(({ name }) => name), lei: leis[0] })
      for (const lei of leis) this.#byLei.set(lei, id)
    }
  }

  /** The firm that holds a licence: one with its LEI or exactly its name, else a new one. */
  match({ brand, names, lei, slug }: Candidate): Match {
    const byLei = lei === undefined ? undefined : this.#byLei.get(lei)
    if (byLei !== undefined) return { firm: byLei, by: 'LEI' }
    const all = [brand ?? [], names].flat()
    const byName = all.map(name => this.#byName.get(plainName(name))).find(it => it !== undefined)
    if (byName !== undefined) return { firm: byName, by: 'name' }
    const base = slugOf(plainName(brand ?? names[0]!)) || slug
    const firm = freeId(base, id => this.#ids.has(id))
    this.#noteNear(firm, all)
    return { firm, by: 'new' }
  }

  remember(id: string, { brand, names, lei }: Omit<Candidate, 'slug'>) {
    this.#ids.add(id)
    if (lei !== undefined) this.#byLei.set(lei, id)
    for (const name of [brand ?? [], names, id.replaceAll('-', ' ')].flat()) {
      const plain = plainName(name)
      if (!this.#byName.has(plain)) this.#byName.set(plain, id)
    }
  }

  #noteNear(firm: string, names: string[]) {
    const prepared = names.map(name => ({ name, it: prepareName(plainName(name)) }))
    for (const [plain, other] of this.#byName)
      for (const { name, it } of prepared) {
        const likeness = similarity(it, prepareName(plain))
        if (likeness >= NEAR && other !== firm) this.near.push({ firm, name, other, likeness })
      }
  }
}
