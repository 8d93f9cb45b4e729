/** What a key of the API allows. Each stands for itself; `admin` allows all. */
export const KEY_SCOPES = ['read', 'ingest', 'review', 'admin'] as const
export type KeyScope = (typeof KEY_SCOPES)[number]

/** A key as the store knows it: the secret itself is shown once and kept by nobody. Times are ISO. */
export type ApiKey = {
  readonly id: string
  readonly name: string
  /** SHA-256 of the secret, in hex; a random secret of 256 bits needs no slower hash. */
  readonly hash: string
  readonly scopes: readonly KeyScope[]
  readonly created_at: string
  readonly expires_at: string | null
  readonly revoked_at: string | null
}
