import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { AppError } from './domain/errors.ts'
import { nearest } from './nearest.ts'

const root = new URL('../', import.meta.url)
const whole = (digits: RegExp, fault: string) => z.string().regex(digits, fault).transform(Number)
const port = whole(/^\d{1,5}$/, 'is no port; give a number from 0 to 65535').pipe(z.number().max(65_535))

/** Every setting: its name, what it means, and what it is when nothing is said. The table in docs/configuration.md is compared with this. */
export const SETTINGS = {
  LIQA_HOST: { schema: z.string().min(1).default('127.0.0.1'), about: 'address to listen on; 0.0.0.0 for all' },
  LIQA_PORT: { schema: port.default(3000), about: 'port to listen on; 0 for any free one' },
  LIQA_DB: { schema: z.string().min(1).default('data/liqa.db'), about: 'file of the store' },
  LIQA_SEEDS: {
    schema: z
      .string()
      .min(1)
      .default(fileURLToPath(new URL('seeds', root))),
    about: 'folder of the seeds: articles, gazetteer, tagger',
  },
  LIQA_SYNCHRONOUS: {
    schema: z.enum(['FULL', 'NORMAL']).default('FULL'),
    about: 'FULL: an acknowledged article survives a power cut; NORMAL: it survives a crash of the program',
  },
  LIQA_SEARCH_LIMIT_MS: {
    schema: whole(/^\d{2,6}$/, 'is no number of milliseconds from 10 to 999999').default(2000),
    about: 'milliseconds after which a search that looks at many texts ends with `query-too-costly`',
  },
  LIQA_READING: {
    schema: z.enum(['open', 'keyed']).default('open'),
    about: 'open: reading needs no key; keyed: it needs one with the scope `read`',
  },
  LIQA_RATE_LIMIT: {
    schema: whole(/^\d{1,9}$/, 'is no number of requests').default(30_000),
    about: 'requests a minute that one key, or one address without a key, may make; 0 for any number',
  },
  LIQA_CORS_ORIGINS: {
    schema: z
      .string()
      .default('')
      .transform((value) => value.split(',').flatMap((one) => (one.trim() === '' ? [] : [one.trim()])))
      .refine(
        (origins) => origins.every((one) => one === '*' || /^https?:\/\/[^/]+$/.test(one)),
        'is no list of origins like https://example.org',
      ),
    about: 'origins whose pages may read the API, with commas between; `*` for all, empty for none',
  },
  LIQA_TRUST_PROXY: {
    schema: z
      .enum(['true', 'false'])
      .default('false')
      .transform((value) => value === 'true'),
    about: 'true where a proxy of yours sets X-Forwarded-For: addresses are then read from it',
  },
  LIQA_LOG_LEVEL: {
    schema: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    about: 'least level of log lines',
  },
} as const

export type Config = {
  readonly host: string
  readonly port: number
  readonly db: string
  readonly seeds: string
  /** How a store is opened. */
  readonly store: { readonly synchronous: 'FULL' | 'NORMAL'; readonly searchLimitMs: number }
  /** How the service meets its clients. */
  readonly http: {
    readonly isReadingOpen: boolean
    readonly rateLimit: number
    readonly corsOrigins: readonly string[]
    readonly trustProxy: boolean
  }
  readonly logLevel: string
  readonly migrations: URL
}

/** Reads the environment; throws `invalid-config` that names every wrong setting, and the nearest known name for one that does not exist. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const faults: string[] = []
  for (const name of Object.keys(environment)) {
    if (!name.startsWith('LIQA_') || name in SETTINGS) continue
    const meant = nearest(name, Object.keys(SETTINGS))
    faults.push(`${name} is no setting${meant ? `; did you mean ${meant}?` : ''}`)
  }
  const read = <Name extends keyof typeof SETTINGS>(name: Name): z.output<(typeof SETTINGS)[Name]['schema']> => {
    const result = SETTINGS[name].schema.safeParse(environment[name])
    if (!result.success) faults.push(`${name}: ${result.error.issues.map(({ message }) => message).join('; ')}`)
    return result.data as z.output<(typeof SETTINGS)[Name]['schema']>
  }
  const config: Config = {
    host: read('LIQA_HOST'),
    port: read('LIQA_PORT'),
    db: read('LIQA_DB'),
    seeds: read('LIQA_SEEDS'),
    store: { synchronous: read('LIQA_SYNCHRONOUS'), searchLimitMs: read('LIQA_SEARCH_LIMIT_MS') },
    http: {
      isReadingOpen: read('LIQA_READING') === 'open',
      rateLimit: read('LIQA_RATE_LIMIT'),
      corsOrigins: read('LIQA_CORS_ORIGINS'),
      trustProxy: read('LIQA_TRUST_PROXY'),
    },
    logLevel: read('LIQA_LOG_LEVEL'),
    migrations: new URL('migrations/', root),
  }
  if (faults.length > 0) throw new AppError('invalid-config', faults.join('\n'))
  return config
}
