const SIZE = 4
/** Stands for the border of a word; no letter or digit, and no ASCII, so that the engine's tokenizer keeps it. */
const BORDER = '\u00B7'

/** The distinct character 4-grams of a folded word with its borders: «·حفت», «حفتر», «فتر·». A word of one letter is one gram. */
export function gramsOf(form: string): string[] {
  const bordered = `${BORDER}${form}${BORDER}`
  if (bordered.length <= SIZE) return [bordered]
  const grams = new Set<string>()
  for (let at = 0; at + SIZE <= bordered.length; at++) grams.add(bordered.slice(at, at + SIZE))
  return [...grams]
}
