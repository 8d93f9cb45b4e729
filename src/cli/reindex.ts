import type { Config } from '../config.ts'
import { indexTermsOf } from '../ingest/article.ts'
import { checkIndex, reindexStorage } from '../storage/open.ts'
import { EXIT } from './exit.ts'

/**
 * `liqa reindex`: makes the index anew for this program's analyzer, beside the one in use, and switches. `--check` analyses every stored text again and tells
 * where the index holds other words; it changes nothing.
 */
export async function reindexCommand({ db, migrations, store }: Config, { check }: { readonly check?: boolean }): Promise<number> {
  const options = { create: false, ...store }
  const tell = (done: number, of: number): unknown => process.stderr.write(`${check ? 'checked' : 'indexed'} ${done} of ${of}\n`)
  if (!check) {
    process.stdout.write(`${JSON.stringify({ indexed: reindexStorage(db, migrations, options, indexTermsOf, tell) })}\n`)
    return EXIT.ok
  }
  const drift = checkIndex(db, migrations, options, indexTermsOf, tell)
  for (const { article, reason } of drift) process.stderr.write(`liqa: ${article}: ${reason}; run «liqa reindex»\n`)
  process.stdout.write(`${JSON.stringify({ differing: drift.length })}\n`)
  return drift.length > 0 ? EXIT.store : EXIT.ok
}
