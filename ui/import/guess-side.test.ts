import { expect, it } from 'vitest';
import { guessSides } from './guess-side.ts';

const file = (name: string) => ({ name });

it('tells the tables apart by their names, in any order', () => {
  const edges = file('connections.csv.gz');
  const nodes = file('neurons.csv');
  expect(guessSides([edges, nodes], {})).toEqual({ neurons: nodes, connections: edges });
});

it('puts a file with a silent name where there is room', () => {
  const edges = file('edges.tsv');
  const other = file('a.csv');
  expect(guessSides([edges, other], {})).toEqual({ neurons: other, connections: edges });
  expect(guessSides([other], { neurons: file('cells.csv') }).connections).toBe(other);
});

it('replaces a file by a later one for the same side', () => {
  const later = file('neurons-2.csv');
  expect(guessSides([later], { neurons: file('neurons.csv') }).neurons).toBe(later);
});
