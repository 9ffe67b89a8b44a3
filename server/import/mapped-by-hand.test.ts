import { expect, test } from 'vitest';
import { proposed } from '../testing/tables.ts';
import { mappedByHand } from './mapped-by-hand.ts';

const options = proposed('id,name,a=b', 'pre,post,weight,w2');

test('a column is taken for what is said, and whoever had that field loses it', () => {
  const mapped = mappedByHand(options, ['name=id', 'w2=synapses', 'a=b=type']);
  expect(mapped.neurons).toEqual({ id: 'attribute', name: 'id', 'a=b': 'type' });
  expect(mapped.connections).toEqual({
    pre: 'pre',
    post: 'post',
    weight: 'ignore',
    w2: 'synapses',
  });
});

test.each(['nothing', 'name=colour', 'ghost=id', 'name=pre', '=id'])(
  '--map %s is refused in words',
  (choice) => {
    expect(() => mappedByHand(options, [choice])).toThrow(`--map ${choice}: `);
  },
);
