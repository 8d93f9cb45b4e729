#!/usr/bin/env node
import { Command } from 'commander'
import { type Config, readConfig } from '../config.ts'
import { openStorage } from '../storage/open.ts'
import { exportDecisions, importFile } from './decisions.ts'
import { EXIT, tellFailure } from './exit.ts'
import { extractCommand } from './extract.ts'
import { ingestCommand } from './ingest.ts'
import { createKey, listKeys, revokeKey } from './keys.ts'
import { openApiDocument } from './openapi.ts'
import { rebuildCommand } from './rebuild.ts'
import { reindexCommand } from './reindex.ts'
import { serveCommand } from './serve.ts'
import { startCommand } from './start.ts'

// A reader that has seen enough («| head») is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.ok)
  throw error
})

/** Runs a command with the configuration; whatever goes wrong is told in one line and becomes the exit code. */
const run =
  (command: (config: Config, ...args: never[]) => Promise<number>) =>
  async (...args: unknown[]): Promise<void> => {
    try {
      process.exitCode = await (command as (config: Config, ...rest: unknown[]) => Promise<number>)(readConfig(process.env), ...args)
    } catch (error) {
      process.exitCode = tellFailure(error)
    }
  }

const program = new Command('liqa')
  .description('لقاء · who met whom, when and where, by which sentence of which Arabic news article')
  .version('0.1.0')
  .showHelpAfterError()
  .exitOverride()

program.command('start').description('ingest the seed articles where the store is empty, then serve').action(run(startCommand))
program.command('serve').description('serve an existing store over HTTP').action(run(serveCommand))
program
  .command('ingest')
  .description('take articles into the store: .txt, .json, .jsonl, .ndjson, or folders of them')
  .argument('<path...>')
  .action(run((config: Config, paths: string[]) => ingestCommand(config, paths)))
program
  .command('extract')
  .description('facts from NDJSON articles on stdin or in a file, as NDJSON; nothing is stored')
  .argument('[path]')
  .option('--resolve', 'tell which actors and encounters of the batch are one')
  .option('--explain', 'add rules and spans')
  .action(run((config: Config, path: string | undefined, options: object) => extractCommand(config, path, options)))
program
  .command('migrate')
  .description('make the store, or bring it to the newest schema')
  .action(
    run(async (config) => {
      const storage = openStorage(config.db, config.migrations, { create: true, ...config.store })
      const { schema } = await storage.check()
      await storage.close()
      process.stderr.write(`${config.db} has schema ${schema}\n`)
      return EXIT.ok
    }),
  )
program
  .command('reindex')
  .description('make the index of the store anew, after an update of the program; nothing else changes')
  .option('--check', 'only tell where the index and the texts disagree')
  .action(run((config: Config, options: object) => reindexCommand(config, options)))
program
  .command('rebuild')
  .description('read all articles anew, and make actors, meetings and their index again; judgements and ids stay')
  .option('--diff', 'only tell which facts would be added, lost and changed, as NDJSON')
  .action(run((config: Config, options: object) => rebuildCommand(config, options)))
const decisions = program.command('decisions').description('human judgements: as NDJSON out of one store and into another')
decisions.command('export').description('all judgements, the oldest first').action(run(exportDecisions))
decisions
  .command('import')
  .description('take in what an export gave, from a file or stdin')
  .argument('[path]')
  .action(run((config: Config, path: string | undefined) => importFile(config, path)))
const keys = program.command('keys').description('keys of the API: what may be written over HTTP, and by whom')
keys
  .command('create')
  .description('make a key; it is shown once')
  .requiredOption('--name <name>', 'who or what it is for')
  .requiredOption('--scope <scope...>', 'read, ingest, review, admin')
  .option('--days <days>', 'until when it is valid; for ever when left out')
  .action(run((config: Config, options: { name: string; scope: string[]; days?: string }) => createKey(config, options)))
keys.command('list').description('all keys, as NDJSON, without their secrets').action(run(listKeys))
keys
  .command('revoke')
  .description('refuse a key from now on')
  .argument('<id>')
  .action(run((config: Config, id: string) => revokeKey(config, id)))
program
  .command('openapi')
  .description('print the OpenAPI document')
  .action(
    run(async (config) => {
      process.stdout.write(await openApiDocument(config))
      return EXIT.ok
    }),
  )
program
  .command('health')
  .description('ask a running server whether it is ready; exit code 0 when it is')
  .action(
    run(async ({ host, port }) => {
      const at = `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}/readyz`
      const answer = await fetch(at).catch((error: Error) => ({ ok: false, status: error.message }))
      process.stderr.write(`${at}: ${answer.ok ? 'ready' : `not ready (${answer.status})`}\n`)
      return answer.ok ? EXIT.ok : EXIT.store
    }),
  )

try {
  await program.parseAsync()
} catch (error) {
  const { code = '', exitCode = EXIT.usage } = error as { code?: string; exitCode?: number }
  process.exitCode = code.startsWith('commander.') && exitCode === 0 ? EXIT.ok : EXIT.usage
}
