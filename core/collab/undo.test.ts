import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { readShared, setShared } from './bench.ts';
import { createUndo } from './undo.ts';

it('takes back my changes and never those of others', () => {
  const mine = new Y.Doc();
  const theirs = new Y.Doc();
  mine.on('update', (update: Uint8Array, origin) => {
    if (origin !== 'net') Y.applyUpdate(theirs, update, 'net');
  });
  theirs.on('update', (update: Uint8Array, origin) => {
    if (origin !== 'net') Y.applyUpdate(mine, update, 'net');
  });
  const me = Symbol('me');
  const undo = createUndo(mine, me);

  setShared(mine, 'seed', 1, me);
  setShared(mine, 'seed', 2, me);
  setShared(theirs, 'color', 'density', 'them');

  undo.undo();
  expect(readShared(theirs)).toMatchObject({ seed: 1, color: 'density' });
  undo.undo();
  expect(readShared(theirs)).toMatchObject({ seed: null, color: 'density' });
  expect(undo.canUndo()).toBe(false);
  undo.redo();
  undo.redo();
  expect(readShared(theirs)).toMatchObject({ seed: 2, color: 'density' });
});
