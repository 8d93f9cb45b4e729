const REGIONS = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })

/** Whether two capitals are the code of a country or territory (ISO 3166-1, by CLDR); «ZZ» stands for none. */
export function isCountryCode(code: string): boolean {
  return /^[A-Z]{2}$/.test(code) && code !== 'ZZ' && REGIONS.of(code) !== undefined
}
