import type { Config } from '../config.ts'
import { factChanges, rebuild } from '../ingest/rebuild.ts'
import { openStorage } from '../storage/open.ts'
import { EXIT } from './exit.ts'
import { loadExtract } from './knowledge.ts'

/**
 * `liqa rebuild`: reads all articles anew and makes actors, meetings and their index again from the articles, the judgements and the ledger of ids. `--diff`
 * changes nothing and tells, as NDJSON, which facts that would add, lose and change.
 */
export async function rebuildCommand(config: Config, { diff }: { readonly diff?: boolean }): Promise<number> {
  const extract = loadExtract(config.seeds)
  const storage = openStorage(config.db, config.migrations, { create: false, ...config.store })
  try {
    const total = await storage.articles.count()
    let done = 0
    const onProgress = (count: number): void => {
      done += count
      process.stderr.write(`${diff ? 'compared' : 'read'} ${done} of ${total}\n`)
    }
    if (!diff) {
      await rebuild(storage, extract, onProgress)
      process.stdout.write(`${JSON.stringify({ articles: total })}\n`)
      return EXIT.ok
    }
    const counts = { added: 0, lost: 0, changed: 0, reviewed: 0 }
    for await (const one of factChanges(storage, extract, onProgress)) {
      counts[one.change] += 1
      if (one.reviewed) counts.reviewed += 1
      process.stdout.write(`${JSON.stringify(one)}\n`)
    }
    process.stdout.write(`${JSON.stringify({ summary: { articles: total, ...counts } })}\n`)
    return EXIT.ok
  } finally {
    await storage.close()
  }
}
