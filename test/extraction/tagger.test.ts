import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadGazetteer, loadModel } from '../../src/cli/knowledge.ts'
import { groupBy } from '../../src/domain/group-by.ts'
import { decode, emissions, lattice, steps } from '../../src/extraction/tagger/decode.ts'
import { featureContext, featuresOf } from '../../src/extraction/tagger/features.ts'
import { TAGS } from '../../src/extraction/tagger/labels.ts'
import { scorer } from '../../src/extraction/tagger/scorer.ts'
import { readWords } from '../../src/extraction/word.ts'

const seeds = new URL('../../seeds/', import.meta.url).pathname
const context = featureContext(loadGazetteer(join(seeds, 'gazetteer')))
const model = loadModel(join(seeds, 'tagger', 'model.txt.gz'))
const sentences = readdirSync(join(seeds, 'articles')).flatMap((file) => [
  ...groupBy(readWords(readFileSync(join(seeds, 'articles', file), 'utf8')), ({ sentence }) => sentence).values(),
])

it('scores in use what it scores in training', () => {
  const scores = scorer(model, context)
  for (const sentence of [...sentences, ...sentences, readWords('وحفتر'), readWords('x 1')]) {
    expect([...scores(sentence)]).toEqual([...emissions(featuresOf(sentence, context), model)])
  }
})

it('gives marginal probabilities of all tags, and of all steps, that add up to one', () => {
  const scores = scorer(model, context)
  for (const sentence of sentences.slice(0, 20)) {
    const { tagAt, stepsInto } = lattice(scores(sentence), steps(model))
    for (const word of sentence.keys()) {
      expect([...TAGS.keys()].reduce((sum, tag) => sum + tagAt(word, tag), 0)).toBeCloseTo(1, 9)
      if (word > 0) expect(stepsInto(word).reduce((sum, step) => sum + step, 0)).toBeCloseTo(1, 9)
    }
  }
})

it('finds a best sequence that no change of one tag makes better', () => {
  const [emitted, between] = [scorer(model, context)(sentences[0]!), steps(model)]
  const score = (tags: readonly number[]): number =>
    tags.reduce((sum, tag, i) => sum + emitted[i * TAGS.length + tag]! + between.logs[(tags[i - 1] ?? 0) * TAGS.length + tag]!, 0)
  const best = decode(emitted, between)
  for (const i of best.keys()) {
    for (const tag of TAGS.keys()) expect(score(best.with(i, tag))).toBeLessThanOrEqual(score(best) + 1e-9)
  }
})

it('finds nothing in nothing', () => {
  expect(decode(new Float64Array(0), steps(model))).toEqual([])
})
