import { gramsOf } from '../../analysis/grams.ts'
import { type ExpandedNode, expandedLeaves, type Slot } from '../../domain/query.ts'
import type { Score } from '../../domain/score.ts'
import { STOP_WORDS } from '../../lexicon/stop-words.ts'
import type { Occurrences } from '../../search/occurrences.ts'
import { type RankGram, type RankQuery, type RankWord, rank } from '../../search/rank.ts'
import type { Connection } from './connect.ts'
import { decodeRow } from './forward-row.ts'
import { INDEX } from './index-tables.ts'
import { prepareValue } from './prepare.ts'
import { type WordIndex, wordIndex } from './word-index.ts'

/** A 4-gram that a greater share of all words holds tells nothing. */
const MAX_GRAM_SHARE = 0.1
const MAX_WORDS = 64
const STOP_FORMS = [...STOP_WORDS]

/** Scores articles by their forward rows, in the order of `rowids`. */
export function rankArticles(db: Connection, node: ExpandedNode, rowids: readonly number[]): Score[] {
  const read = prepareValue<[number], Buffer>(db, `SELECT words FROM ${INDEX.rows} WHERE rowid = ?`)
  const rows = rowids.map((rowid) => decodeRow(read.get(rowid)!))
  return rank(rows, rankQueryOf(db, node))
}

function rankQueryOf(db: Connection, node: ExpandedNode): RankQuery {
  const index = wordIndex(db)
  const maxId = index.newestId()
  const articles = prepareValue<[], number | null>(db, `SELECT max(rowid) FROM ${INDEX.rows}`).get() ?? 0
  const slots = distinctSlots(node)
  const words = slots.map((slot): RankWord => wordOf(slot, index))
  const grams = [...new Set(slots.flatMap(({ term }) => (term ? gramsOf(term.form) : [])))]
    .map((gram): RankGram => {
      const ids = index.ofGram(gram)
      return { ids, share: ids.length / Math.max(1, maxId) }
    })
    .filter(({ ids, share }) => ids.length > 0 && share <= MAX_GRAM_SHARE)
  return {
    words,
    grams,
    stopWords: index.ofForms(STOP_FORMS),
    articles,
    maxId,
  }
}

/** The words of the query in their order, each stem once. */
function distinctSlots(node: ExpandedNode): Slot[] {
  const seen = new Set<string>()
  return expandedLeaves(node)
    .flatMap(({ slots }) => slots)
    .filter(({ stems: [stem] }) => !seen.has(stem!) && seen.add(stem!))
    .slice(0, MAX_WORDS)
}

function wordOf({ term, stems }: Slot, index: WordIndex): RankWord {
  const stem = index.ofStem(stems[0]!)
  return {
    surface: term ? index.ofForms([term.form]) : [],
    stem,
    related: [...stem, ...stems.slice(1).flatMap((other) => [...index.ofStem(other)])],
    articles: index.articlesWith(stem),
  }
}

/**
 * Reads forward rows as the evaluation of a query sees them, each in one pass. The words of all slots are looked up before, since the engine is busy while
 * rows are read.
 */
export function articleOccurrences(db: Connection, slots: readonly Slot[]): (stored: unknown) => Occurrences {
  const index = wordIndex(db)
  const slotsOf = new Map<number, Slot[]>()
  for (const slot of slots) {
    const ids = slot.stems.flatMap((stem) => [...index.ofStem(stem)])
    for (const id of new Set(slot.text === null ? ids : ids.filter((one) => index.textOf(one) === slot.text))) {
      const meant = slotsOf.get(id)
      if (meant) meant.push(slot)
      else slotsOf.set(id, [slot])
    }
  }
  return (stored) => {
    const { titleLength, ids } = decodeRow(stored as Uint8Array)
    const positions = new Map<Slot, number[]>()
    for (let at = 0; at < ids.length; at++) {
      for (const slot of slotsOf.get(ids[at]!) ?? NO_SLOTS) {
        const known = positions.get(slot)
        if (known) known.push(at)
        else positions.set(slot, [at])
      }
    }
    return { titleLength, positionsOf: (slot) => positions.get(slot) ?? NOWHERE }
  }
}

const NO_SLOTS: readonly Slot[] = []
const NOWHERE: readonly number[] = []
