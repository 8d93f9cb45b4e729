import { createHash } from 'node:crypto'

/** The id that a group is given when none of its anchors has one: made of its first anchor, salted where it is taken. */
export function newId(prefix: 'act' | 'mtg', anchor: string, isTaken: (id: string) => boolean): string {
  for (let salt = 0; ; salt++) {
    const id = `${prefix}_${createHash('sha256')
      .update(salt === 0 ? anchor : `${anchor}#${salt}`)
      .digest('hex')
      .slice(0, 12)}`
    if (!isTaken(id)) return id
  }
}
