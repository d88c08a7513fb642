import type { ActionSeed } from '../../model/action.ts'
import type { ClaimSeed } from '../../model/claim.ts'
import type { DateSeed } from '../../model/dates.ts'
import type { LicenceSeed } from '../../model/licence.ts'
import { standard } from '../derive/places.ts'
import { actionSeed, inferredDate } from './actions.ts'
import type { End } from './ends.ts'
import { type Change, changeKey, changesOf, endKey, grantKey } from './keys.ts'
import type { Observation } from './observations.ts'
import { type NumberOf, Runs, type Said } from './runs.ts'
import { saidOf, saidOfHolder, saidOfListing, saidOfNumbers } from './said.ts'
import { CHANGED, edtfOf, lastListing, namesOf, type Turn, timesOf } from './times.ts'
import { shown, type Track } from './track.ts'
import { changeTitle, endTitle, fitTitle, grantTitle } from './wording.ts'

/** How a licence is named: its id, its firm, the ids of its steps by their keys, and the numbers of readings. */
export type Named = {
  id: string
  firm: string
  actionId: (key: string) => string
  numberOf: NumberOf
  /** The id of the claim on the date of a licence's grant. */
  grantClaim: (track: Track) => string
}

/** A licence from a register with its steps. */
export type FromRegister = { licence: LicenceSeed; actions: ActionSeed[] }

/** Turns all that is known of a licence into records as a curator would write them. */
export class LicenceWriter {
  readonly #track: Track
  readonly #end: End | undefined
  readonly #named: Named
  readonly #holder: LicenceSeed['holder']
  readonly #runs: { holder: Runs; activities: Runs }

  constructor(track: Track, end: End | undefined, named: Named) {
    this.#track = track
    this.#end = end
    this.#named = named
    const lei = shown(track.leis)
    const { name, names_before } = namesOf(track)
    this.#holder = { name, ...(lei === undefined ? {} : { lei }), names_before }
    this.#runs = {
      holder: this.#runsOn('holder', saidOfHolder(track, this.#holder)),
      activities: this.#runsOn('activities', saidOf(track.activities)),
    }
  }

  #runsOn(field: string, said: Said[]) {
    return new Runs(this.#track, field, said, this.#named.numberOf)
  }

  get #path() {
    return `licences/${this.#named.id}`
  }

  get #authority() {
    const { authority } = this.#track.observations.at(-1)!
    return this.#track.register.authorities.find(({ id }) => id === authority)!
  }

  get #home() {
    return this.#track.observations.at(-1)!.home
  }

  write(): FromRegister {
    const [granted, ended] = [this.#granted(), this.#ended()]
    const actions = [
      ...(granted ? [this.#grant(granted)] : []),
      ...changesOf(this.#track).map(change => this.#change(change)),
      ...(ended ? [this.#endAction(ended)] : []),
    ]
    return { licence: this.#licence(granted, ended), actions }
  }

  #granted(): DateSeed | null {
    const edtf = shown(this.#track.granted)
    return edtf === undefined ? null : { edtf, basis: 'stated' }
  }

  #ended(): DateSeed | null {
    const end = this.#end
    if (!end) return null
    if (end.how === 'stated') return { edtf: end.edtf, basis: 'stated' }
    const edtf = 'edtf' in end ? end.edtf : edtfOf(end.between)
    return { edtf, basis: 'inferred', note: endNotes[end.how] }
  }

  #licence(granted: DateSeed | null, ended: DateSeed | null): LicenceSeed {
    const { register, observations, places, domains, clients, numbers } = this.#track
    const home = this.#home
    const valid = shown(places) ?? [home]
    const stepOf = (turn: Turn) => this.#stepOf(turn, granted)
    return {
      ...{ id: this.#named.id, kind: shown(this.#track.kinds)!, title: this.#title() },
      ...{ actor: this.#named.firm, holder: this.#holder, authority: this.#authority.id },
      ...(register.rule === undefined ? {} : { rule: register.rule }),
      ...(this.#end?.by === undefined ? {} : { ended_by: this.#end.by }),
      activities: shown(this.#track.activities) ?? null,
      ...(shown(clients) ? { clients: shown(clients)! } : {}),
      websites: shown(domains) ?? [],
      numbers: (shown(numbers) ?? []).map(value => ({ type: 'licence-number', value })),
      regions: [
        { code: home, role: 'jurisdiction' },
        ...valid.map(code => ({ code, role: 'valid' })),
      ],
      in_force: timesOf(this.#track, granted, ended, stepOf),
      register: {
        id: register.id,
        row: observations.at(-1)!.row,
        last_listed: lastListing(this.#track),
      },
      as_of: this.#lastShown(),
      claims: this.#claims(),
    }
  }

  /** The last day on which a reading lists the licence or shows its end. */
  #lastShown(): string {
    const end = this.#end
    return end?.how === 'not-listed' ? end.reading.on : lastListing(this.#track)
  }

  #title(): string {
    const place = standard.get(this.#home)!.name
    return `${this.#holder.name} as ${this.#track.register.holder_is} in ${place}`
  }

  #stepOf(turn: Turn, granted: DateSeed | null): string[] {
    const { id, actionId } = this.#named
    if (turn === null) return granted ? [actionId(grantKey(id))] : []
    const change = changesOf(this.#track).find(({ on }) => on === turn.on)
    return change ? [actionId(changeKey(id, change))] : []
  }

  #claims(): ClaimSeed[] {
    const { places, clients, domains } = this.#track
    const others: [string, Said[]][] = [
      ['places', saidOf(places)],
      ['clients', saidOf(clients)],
      ['websites', saidOf(domains)],
      ...[...saidOfNumbers(this.#track)].map(([number, said]): [string, Said[]] => {
        return [`numbers/${number}`, said]
      }),
    ]
    return [
      ...this.#runs.holder.claims,
      ...this.#runs.activities.claims,
      ...others.flatMap(([field, said]) => this.#runsOn(field, said).claims),
    ]
  }

  /** What every step of the licence has. */
  #step(key: string, toTitle: (name: string) => string, date: DateSeed) {
    const { id, firm, actionId } = this.#named
    return {
      ...{ id: actionId(key), licence: id, firm, authority: this.#authority.id, home: this.#home },
      ...{ title: fitTitle(this.#holder.name, toTitle), date },
    }
  }

  #grant(date: DateSeed): ActionSeed {
    const { granted, kinds, register, activities } = this.#track
    const [kind, authority] = [kinds.versions[0]!.value, this.#authority.short]
    const told = {
      ...this.#step(
        grantKey(this.#named.id),
        name => grantTitle(kind)(register, authority, name),
        date,
      ),
      summary: `${this.#authority.name} has ${this.#holder.name} in its register as ${register.holder_is} since ${date.edtf}.`,
      type: 'licence-grant',
      activities: activities.versions[0]?.value ?? [],
    }
    const dated = this.#runsOn(
      'date',
      saidOf(granted, edtf => ({ edtf, basis: 'stated' })),
    )
    const listing = this.#listingWith(told.activities)
    return actionSeed(this.#track, told, listing, dated.claims, this.#named.numberOf)
  }

  /** The readings that list the licence with some activities. */
  #listingWith(activities: string[]): Said[] {
    const without = new Set(
      this.#track.activities.seen
        .filter(({ value }) => JSON.stringify(value) !== JSON.stringify(activities))
        .map(({ observation }) => observation),
    )
    return saidOfListing(this.#track).filter(({ observation }) => !without.has(observation))
  }

  #change(change: Change): ActionSeed {
    const { observations, activities, names, register } = this.#track
    const at = observations.findIndex(({ reading }) => reading.on === change.on)
    const after = observations[at]!
    const before = observations
      .slice(0, at)
      .findLast(({ reading }) => reading.isRaw === after.reading.isRaw)!
    const [old, now] = [before, after].map(
      one => new Set(activities.seen.find(({ observation }) => observation === one)?.value),
    ) as [Set<string>, Set<string>]
    const what = {
      renamed: names.versions.some(({ since }) => since?.on === change.on),
      added: now.difference(old).size,
      removed: old.difference(now).size,
    }
    const date = { edtf: edtfOf(change.between!.between), basis: 'inferred', note: CHANGED }
    const told = {
      ...this.#step(
        changeKey(this.#named.id, change),
        name => changeTitle(what)(register, this.#authority.short, name),
        date,
      ),
      summary: `Between the readings of ${before.reading.on} and ${after.reading.on} the register changed: ${change.text.replaceAll('+', ', ').replaceAll(' > ', ' became ')}.`,
      type: 'licence-change',
      activities: [...old.symmetricDifference(now)].sort(),
    }
    const rests = this.#claimsOf([before, after], what.added + what.removed > 0, what.renamed)
    const number = this.#named.numberOf(after)
    const dated = inferredDate(after.reading.id, number, date, rests)
    const listing = saidOfListing(this.#track).filter(({ observation }) => observation === after)
    return actionSeed(this.#track, told, listing, [dated], this.#named.numberOf)
  }

  #claimsOf(observations: Observation[], activities: boolean, renamed: boolean): string[] {
    const runs = [
      ...(activities ? [this.#runs.activities] : []),
      ...(renamed || !activities ? [this.#runs.holder] : []),
    ]
    return runs.flatMap(run => observations.map(one => run.idFor(this.#path, one)))
  }

  #endAction(date: DateSeed): ActionSeed {
    const end = this.#end!
    const { register, activities, observations } = this.#track
    const told = {
      ...this.#step(
        endKey(this.#named.id),
        name => endTitle(end.by)(register, this.#authority.short, name),
        date,
      ),
      summary: `${this.#holder.name} is no longer ${register.holder_is} by the register of ${this.#authority.name}.`,
      type: end.by === 'authority' ? 'licence-withdrawal' : 'licence-end',
      activities: shown(activities) ?? [],
    }
    const last = observations.at(-1)!
    const listing = saidOfListing(this.#track).filter(({ observation }) => observation === last)
    return actionSeed(this.#track, told, listing, this.#endClaims(end, date), this.#named.numberOf)
  }

  #endClaims(end: End, date: DateSeed): ClaimSeed[] {
    const { numberOf, grantClaim } = this.#named
    if (end.how === 'stated') {
      const said = saidOf(this.#track.ended, edtf => ({ edtf, basis: 'stated' }))
      return this.#runsOn(
        'date',
        said.filter(({ value }) => (value as DateSeed).edtf !== ''),
      ).claims
    }
    const last = this.#track.observations.at(-1)!
    const shownBy = 'observation' in end ? end.observation : last
    const rests = [this.#runs.holder.idFor(this.#path, shownBy)]
    if (end.how === 'replaced') rests.push(grantClaim(end.successor))
    const [document, number] =
      end.how === 'not-listed'
        ? [end.reading.id, numberOf({ reading: end.reading })]
        : [shownBy.reading.id, numberOf(shownBy)]
    return [inferredDate(document, number, date, rests)]
  }
}

const endNotes: Record<Exclude<End['how'], 'stated'>, string> = {
  'listed-as-ended': 'The register lists it as ended on that day, and gives no day of the end.',
  replaced: 'An approval in principle ends on the day of the licence that follows.',
  'not-listed': 'A complete reading of the register lists it no more; an earlier one does.',
}
