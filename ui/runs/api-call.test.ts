import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import type { TrainSpec } from '~/core/contracts/index.ts';
import { apiCall } from './api-call.ts';

it('is one command whose body survives the shell, quotes and all', () => {
  const spec = { name: `it's "$HOME" \`x\`` } as TrainSpec;
  const shown = apiCall('http://127.0.0.1:1', spec).replace('curl', 'printf "%s\\n"');
  const printed = execFileSync('sh', ['-c', shown], { encoding: 'utf8' }).trim().split('\n');
  expect(JSON.parse(printed.at(-1) ?? '')).toEqual({ spec });
});
