import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { City, Gazetteer } from '../domain/gazetteer.ts'
import { readModel } from '../extraction/tagger/model.ts'
import type { Model } from '../extraction/tagger/decode.ts'

/** Reads the gazetteer from its folder; throws where a file is missing or a line is no JSON. */
export function loadGazetteer(folder: URL): Gazetteer {
  const lines = (file: string): string[] => readFileSync(new URL(file, folder), 'utf8').split('\n').filter(Boolean)
  return {
    cities: lines('cities.jsonl').map((line): City => JSON.parse(line)),
    nameParts: new Set(lines('name-parts.txt')),
  }
}

export const loadModel = (file: URL): Model => readModel(gunzipSync(readFileSync(file)).toString('utf8'))
