import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { closeToOthers } from '~/scripts/data-folder.mjs';

let around: string;
let folder: string;
beforeEach(() => {
  around = mkdtempSync(path.join(tmpdir(), 'latentome-folder-'));
  folder = path.join(around, 'data');
});
afterEach(() => rmSync(around, { recursive: true, force: true }));

const parts = ['logs', 'objects', 'postgres', 'uploads'];
const modeOf = (...names: string[]) => statSync(path.join(folder, ...names)).mode & 0o7777;
/** Postgres does not run as root, so there its user has to pass. */
const closed = process.getuid?.() === 0 ? 0o711 : 0o700;

test('a new data folder and all its parts are for their owner alone', () => {
  closeToOthers(folder);
  expect(modeOf()).toBe(closed);
  for (const part of parts) expect([part, modeOf(part)]).toEqual([part, 0o700]);
});

test('one that an older version left open is closed at the next start, with what lies in it', () => {
  for (const part of parts) mkdirSync(path.join(folder, part), { recursive: true });
  for (const name of ['secrets.json', 'up.lock', 'worker.json', 'secrets.json.12'])
    writeFileSync(path.join(folder, name), '');
  for (const name of ['', ...parts]) chmodSync(path.join(folder, name), 0o755);
  closeToOthers(folder);
  expect(modeOf()).toBe(closed);
  for (const part of parts) expect([part, modeOf(part)]).toEqual([part, 0o700]);
});

test.each([
  ['holds somebody else’s things', 0o755, 'theirs'],
  ['is everybody’s, as /tmp is', 0o1777, 'up.lock'],
])('a folder that %s stays open; our parts of it do not', (_, mode, beside) => {
  mkdirSync(folder);
  writeFileSync(path.join(folder, beside), '');
  chmodSync(folder, mode);
  closeToOthers(folder);
  expect(modeOf()).toBe(mode);
  expect(modeOf('objects')).toBe(0o700);
});
