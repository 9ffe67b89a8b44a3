import { expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Pin } from '../contracts/room.ts';
import { authorsOf, signPins } from './authors.ts';
import { addPin, readBench, renamePin, replacePin } from './bench.ts';

const ada = { id: 'ada', name: 'Ada', color: '#009988' };
const ben = { id: 'ben', name: 'Ben', color: '#ee7733' };
const pin = (id: string, by: Pin['by']): Pin => ({
  id,
  probe: { z: [0.1, 0.2], seed: 3, conditions: 0 },
  model: 'm'.repeat(64),
  n: 16,
  adjacency: `${'A'.repeat(43)}=`,
  borderline: 0,
  name: id,
  by,
  at: 1,
});
const told = (doc: Y.Doc) => readBench(doc).map(({ id, by }) => `${id} ${by.name}`);

it('a new pin is of who wrote it, whatever it says; an old one stays whose it was', () => {
  const doc = new Y.Doc();
  const authors = authorsOf(doc);
  addPin(doc, pin('a', ada), null);
  signPins(doc, authors, ada);
  addPin(doc, pin('b', ada), null); // Ben writes in the name of Ada
  signPins(doc, authors, ben);
  expect(told(doc)).toEqual(['a Ada', 'b Ben']);

  renamePin(doc, 'a', 'new name', null);
  replacePin(doc, 'a', null, (value, index) => ({ value: { ...value, by: ben }, index }));
  signPins(doc, authors, ben);
  expect(told(doc)).toEqual(['a Ada', 'b Ben']);
  expect(readBench(doc)[0]?.name).toBe('new name');
  expect([...authorsOf(doc).values()]).toEqual([ada, ben]);
});
