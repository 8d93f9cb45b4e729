import type { Model, Row } from './decode.ts'
import { TAGS } from './labels.ts'

/** How a model is written: one line a feature, its weights in the order of TAGS as «index:weight» pairs; transitions under «>TAG», the scale under «=». */
export function writeModel(model: Model): string {
  const row = (name: string, weights: ArrayLike<number>): string =>
    `${name}\t${Array.from(weights, (w, i) => (w === 0 ? '' : `${i}:${w}`))
      .filter(Boolean)
      .join(' ')}`
  const features = [...model.features].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, weights]) => row(name, weights))
  return [`=\t${model.scale}`, ...model.transitions.map((weights, i) => row(`>${TAGS[i]}`, weights)), ...features].join('\n')
}

/** Reads what writeModel wrote. Throws on a line that is none. */
export function readModel(text: string): Model {
  const features = new Map<string, Row>()
  const transitions: Row[] = []
  let scale = 1
  for (const line of text.split('\n')) {
    const tab = line.indexOf('\t')
    if (tab < 0) throw new Error(`no tagger model: «${line.slice(0, 40)}»`)
    if (line.startsWith('=\t')) {
      scale = Number(line.slice(tab + 1))
      continue
    }
    const weights = new Float64Array(TAGS.length)
    for (const pair of line.slice(tab + 1).split(' ')) {
      if (pair === '') continue
      const [index, weight] = pair.split(':').map(Number)
      weights[index!] = weight!
    }
    const name = line.slice(0, tab)
    if (name.startsWith('>')) transitions.push(weights)
    else features.set(name, weights)
  }
  return { features, transitions, scale }
}
