import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeNulls } from '../nulls/describe-nulls.ts';
import { describeMetrics } from './describe-metrics.ts';

test.each([
  ['structure.md', describeMetrics()],
  ['nulls.md', describeNulls()],
])('docs/%s is what the definitions say', (name, text) => {
  const file = new URL(`../../docs/${name}`, import.meta.url);
  if (process.env.UPDATE_VECTORS === '1') writeFileSync(file, text);
  expect(readFileSync(file, 'utf8')).toBe(text);
});
