import { givenNameKey, nameKey, nameWords } from '../analysis/name.ts'
import { stem } from '../analysis/stem.ts'
import type { ActorKeys, LocalActor } from '../domain/resolution.ts'
import { INSTITUTIONS } from '../lexicon/institutions.ts'
import { ORGANISATION_HEADS } from '../lexicon/organisation-heads.ts'

type Named = Pick<LocalActor, 'name' | 'kind' | 'country' | 'countryBasis'> & Partial<Pick<LocalActor, 'rulings'>>

/** Full names meet by their first name, people called by one word by that word, bodies by their whole name; bodies without a name of their own are nobody else's, and so are delegations. */
export function keysOf(actor: Named): ActorKeys {
  const words = nameWords(actor.name)
  if (words.length === 0 || isLinked(actor)) return { block: '', surname: null }
  if (actor.kind !== 'person') return { block: bodyBlock(actor, words), surname: null }
  if (words.length === 1) return { block: `one ${nameKey(words[0]!)}`, surname: null }
  return { block: `full ${givenNameKey(words[0]!)}`, surname: nameKey(words.at(-1)!) }
}

/** Whom a decision links with somebody is compared with nobody. */
export const isLinked = ({ rulings }: Named): boolean => rulings?.some(({ field }) => field === 'linked') === true

/** «مجلس الأمن الدولي» is «مجلس الأمن»: an institution of several names goes by its first. */
function bodyBlock(actor: Named, words: readonly string[]): string {
  const known = INSTITUTION_NAMES.get(words.join(' '))
  if (known !== undefined) return `body ${known}`
  return actor.kind !== 'group' && isTelling(actor, words) ? `body ${words.map((word) => stem(word)).join(' ')}` : ''
}

const INSTITUTION_NAMES = new Map(
  INSTITUTIONS.flatMap(({ names }) => names.map((name) => [nameWords(name).join(' '), nameWords(names[0]!).join(' ')] as const)),
)

/** «وزارة الدفاع» without a country is whichever its article means. */
const isTelling = ({ country, countryBasis }: Named, words: readonly string[]): boolean =>
  (country !== null && countryBasis === 'said') ||
  (words.length > 1 && ORGANISATION_HEADS[words[0]!] === undefined) ||
  /^(امم|مجلس امن)/.test(words.join(' '))

/** Keys of the last names of all people of an article but one: who keeps his company. */
export function companyOf(names: readonly { readonly name: string; readonly kind: LocalActor['kind'] }[], but: number): string[] {
  const keys = names.flatMap(({ name, kind }, i) => (kind === 'person' && i !== but ? [nameKey(nameWords(name).at(-1) ?? '')] : []))
  return [...new Set(keys)].sort()
}
