import type { Article } from '../../domain/article.ts'

/** An article as its table holds it. */
export type ArticleRow = Omit<Article, 'published' | 'boilerplate' | 'dir' | 'title_basis'> & {
  rowid: number
  title_basis: string
  dir: string
  published: string | null
  published_precision: string | null
  published_basis: string | null
  published_note: string | null
  boilerplate: string
}

export const articleOf = (row: ArticleRow): Article => {
  const { rowid: _, published, published_precision, published_basis, published_note, boilerplate, ...rest } = row
  return {
    ...rest,
    title_basis: rest.title_basis as Article['title_basis'],
    dir: rest.dir as Article['dir'],
    boilerplate: JSON.parse(boilerplate),
    published:
      published === null
        ? null
        : ({ value: published, precision: published_precision, basis: published_basis, note: published_note } as Article['published']),
  }
}
