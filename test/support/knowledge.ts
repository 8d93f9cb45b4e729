import { fileURLToPath } from 'node:url'
import { loadExtract } from '../../src/cli/knowledge.ts'

export const SEEDS = fileURLToPath(new URL('../../seeds', import.meta.url))
export const MIGRATIONS = new URL('../../migrations/', import.meta.url)

/** Extraction as the product runs it, with the real gazetteer and model. */
export const extract = loadExtract(SEEDS)
