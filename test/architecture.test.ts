import { cruise } from 'dependency-cruiser'
import { expect, test } from 'vitest'
// @ts-expect-error the rules are plain JavaScript, shared with `npm run check:boundaries`
import options from '../.dependency-cruiser.cjs'

test('modules import only what their layer may, and without cycles', async () => {
  const { output } = await cruise(['src'], { ruleSet: { forbidden: options.forbidden }, ...options.options })
  const { summary } = output as { summary: { violations: { from: string; to: string; rule: { name: string } }[]; totalCruised: number } }
  expect(summary.violations.map(({ from, to, rule }) => `${rule.name}: ${from} → ${to}`)).toEqual([])
  expect(summary.totalCruised).toBeGreaterThan(80)
}, 60_000)
