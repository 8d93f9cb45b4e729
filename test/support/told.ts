import { extractFrom } from '../../src/ingest/article.ts'
import { extract } from './knowledge.ts'

/** When the texts of tests are published: a Wednesday. */
export const PUBLISHED = '2021-03-10'

export const read = (text: string) => extractFrom(text, PUBLISHED, extract)

/** The encounters that a text tells of: who met, by name in order of letters, and what is said of it. */
export const told = (text: string) => {
  const { actors, reports } = read(text)
  return reports.map(({ participants, kind, status, date, place }) => ({
    who: participants.map(({ actor }) => actors[actor]!.name).sort(),
    kind,
    status,
    when: date?.from ?? null,
    where: place?.name ?? null,
  }))
}

/** Everybody whom a text names. */
export const named = (text: string): string[] => read(text).actors.map(({ name }) => name)

/** The people whom a text names. */
export const people = (text: string): string[] =>
  read(text)
    .actors.filter(({ kind }) => kind === 'person')
    .map(({ name }) => name)

export const sorted = (...names: string[]): string[] => names.sort()
