/** A town of the gazetteer; `name` is its canonical Arabic name. */
export type City = { readonly name: string; readonly names: readonly string[]; readonly country: string | null }

/** A part of a state, and what goes by a name of its own in several: «الدقهلية», «فلوريدا», «كشمير». */
export type Region = City

/** A person of the gazetteer, with the name in Latin letters and the state that he holds office in. */
export type KnownPerson = {
  readonly wikidata: string
  readonly name: string
  readonly names: readonly string[]
  readonly latin: string
  readonly country: string
}

/** Open-class names that extraction is given, loaded from seeds/gazetteer. */
export type Gazetteer = {
  readonly cities: readonly City[]
  readonly regions: readonly Region[]
  readonly people: readonly KnownPerson[]
  /** Single words of personal names, folded. */
  readonly nameParts: ReadonlySet<string>
}
