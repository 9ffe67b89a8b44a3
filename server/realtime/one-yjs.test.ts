import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, { resolved?: string }>;
};

test('there is one yjs: two of them do not know each other', () => {
  const copies = Object.keys(lock.packages).filter((path) => /(^|\/)node_modules\/yjs$/.test(path));
  expect(copies).toEqual(['node_modules/yjs']);
});

test('the lockfile names no registry', () => {
  const named = Object.entries(lock.packages).filter(([, { resolved }]) => resolved !== undefined);
  expect(named).toEqual([]);
});
