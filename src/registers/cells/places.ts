import { quoted } from '../../model/issues.ts'
import { itemsOf } from '../../model/register.ts'
import { type Touch, Unclear } from '../rules.ts'
import { joinItems, placeMarks, splitItems } from './items.ts'

/** Reads the code of a place that the register covers. */
export function readPlace(known: string[], text: string, touch: Touch): string {
  const code = text.toUpperCase()
  if (code !== text) touch('lower-case-place')
  if (code === 'EL') touch('el-for-greece')
  const place = code === 'EL' ? 'GR' : code
  if (!known.includes(place)) throw new Unclear(`${quoted(text)} is no place of this register`)
  return place
}

/** The codes in a list of places, the home state among them if it is listed. */
export function readPlaces(known: string[], text: string, touch: Touch): string {
  const places = splitItems(text, placeMarks, touch).map(item => readPlace(known, item, touch))
  if (places.length === 0) touch('no-places')
  if (new Set(places).size < places.length) touch('repeated-place')
  return joinItems(places)
}

/** The places beside the home state, which always is one. */
export function placesBeside(home: string, list: string, touch: Touch): string {
  const places = itemsOf(list)
  if (!places.includes(home)) touch('home-not-listed')
  return joinItems(places.filter(place => place !== home))
}
