import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { AppError } from '../domain/errors.ts'
import type { City, Gazetteer, KnownPerson, Region } from '../domain/gazetteer.ts'
import { extract, type Knowledge, knowledgeOf } from '../extraction/index.ts'
import type { Model } from '../extraction/tagger/decode.ts'
import { readModel } from '../extraction/tagger/model.ts'
import type { Extract } from '../ingest/article.ts'

/** Reads the gazetteer from its folder; throws where a file is missing or a line is no JSON. */
export function loadGazetteer(folder: string): Gazetteer {
  const lines = (file: string): string[] => readFileSync(join(folder, file), 'utf8').split('\n').filter(Boolean)
  return {
    cities: lines('cities.jsonl').map((line): City => JSON.parse(line)),
    regions: lines('regions.jsonl').map((line): Region => JSON.parse(line)),
    people: lines('people.jsonl').map((line): KnownPerson => JSON.parse(line)),
    nameParts: new Set(lines('name-parts.txt')),
  }
}

export const loadModel = (file: string): Model => readModel(gunzipSync(readFileSync(file)).toString('utf8'))

/** What extraction knows, from the folder of the seeds; throws `invalid-file` where it is not there or not whole. */
function loadKnowledge(seeds: string): Knowledge {
  if (!existsSync(seeds)) throw new AppError('invalid-file', `there is no seeds folder at ${seeds}; set LIQA_SEEDS to where it is`)
  try {
    return knowledgeOf(loadGazetteer(join(seeds, 'gazetteer')), loadModel(join(seeds, 'tagger', 'model.txt.gz')))
  } catch (error) {
    throw new AppError('invalid-file', `the seeds folder ${seeds} is not whole: ${(error as Error).message}`, [], { cause: error })
  }
}

/** Extraction with its knowledge; throws at once where the seeds are not whole. */
export function loadExtract(seeds: string): Extract {
  const knowledge = loadKnowledge(seeds)
  return (body, published) => extract(body, published, knowledge)
}
