import { readFileSync } from 'node:fs'

/** The rows of an NDJSON file. */
export const readRows = <Row>(file: string): Row[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): Row => JSON.parse(line))
