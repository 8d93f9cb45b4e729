/** A town of the gazetteer; `name` is its canonical Arabic name. */
export type City = { readonly name: string; readonly names: readonly string[]; readonly country: string | null }

/** Open-class names that extraction is given, loaded from seeds/gazetteer. */
export type Gazetteer = {
  readonly cities: readonly City[]
  /** Single words of personal names, folded. */
  readonly nameParts: ReadonlySet<string>
}
