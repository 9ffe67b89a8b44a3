import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConnectome } from '~/core/connectome/file.ts';
import { proposed, readTexts, soundConnections, soundNeurons } from '../testing/tables.ts';
import type { TableResult } from './read-tables.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'latentome-tables-'));
});
afterAll(() => rm(folder, { recursive: true }));

function opened({ connectome, report }: TableResult) {
  if (!connectome) throw new Error(JSON.stringify(report.problems));
  return readConnectome(connectome.bytes);
}

test('rows become neurons and sorted connections; a self-connection stays', async () => {
  const read = opened(
    await readTexts(folder, { connections: 'pre,post,synapses\nc,c,2\nb,c,1\na,b,3\n' }),
  );
  expect(read.ids).toEqual(['a', 'b', 'c']);
  expect(read.class).toEqual(['E', 'I', 'E']);
  expect([...(read.position ?? [])]).toEqual([0, 100, 0, 10, 120, 5, 20, 140, 10]);
  expect([...read.edges]).toEqual([0, 1, 1, 2, 2, 2]);
  expect([...read.synapses]).toEqual([3, 1, 2]);
  expect(read.size.every(Number.isNaN)).toBe(true);
});

test.each([
  ['tabs', soundNeurons.replaceAll(',', '\t'), soundConnections.replaceAll(',', '\t')],
  ['semicolons', soundNeurons.replaceAll(',', ';'), soundConnections.replaceAll(',', ';')],
  ['Windows line ends', soundNeurons.replaceAll('\n', '\r\n'), soundConnections],
  ['a byte order mark', `\ufeff${soundNeurons}`, `\ufeff${soundConnections}`],
  ['gzip', gzipSync(soundNeurons), gzipSync(soundConnections)],
  [
    'gzip in two members',
    Buffer.concat([gzipSync('id,class,x_um,y_um,z_um\n'), gzipSync(soundNeurons.slice(24))]),
    soundConnections,
  ],
  ['blanks around cells', soundNeurons.replaceAll(',', ' , '), soundConnections],
  ['quotes around cells', soundNeurons.replaceAll(/[^,\n]+/g, '"$&"'), soundConnections],
  ['empty lines', `\n${soundNeurons.replaceAll('\n', '\n\n')}`, soundConnections],
])('%s give the same connectome, byte for byte', async (_, neurons, connections) => {
  const plain = await readTexts(folder, {});
  const other = await readTexts(folder, { neurons, connections });
  expect(other.report.problems).toEqual([]);
  expect(other.connectome?.bytes).toEqual(plain.connectome?.bytes);
});

test('ids beyond 2^53 and ids with leading zeros stay what they are', async () => {
  const ids = ['864691135582951235', '864691135582951236', '007', '1e5'];
  const neurons = `id\n${ids.join('\n')}\n`;
  const read = opened(
    await readTexts(
      folder,
      { neurons, connections: 'pre,post\n864691135582951235,864691135582951236\n007,1e5\n' },
      proposed('id', 'pre,post'),
    ),
  );
  expect(read.ids).toEqual(ids);
  expect([...read.edges]).toEqual([0, 1, 2, 3]);
  expect(read.position).toBeNull();
});

test('repeats are added when asked for', async () => {
  const connections = 'pre,post,synapses,size\na,b,3,\na,b,,10\nb,c,,\na,b,2,5\n';
  const result = await readTexts(
    folder,
    { connections },
    {
      connections: { pre: 'pre', post: 'post', synapses: 'synapses', size: 'size' },
      repeats: 'sum',
    },
  );
  const read = opened(result);
  expect([...read.edges]).toEqual([0, 1, 1, 2]);
  expect([...read.synapses]).toEqual([5, NaN]);
  expect([...read.size]).toEqual([15, NaN]);
  expect(result.report.problems).toMatchObject([
    {
      severity: 'warning',
      code: 'summed-repeats',
      message: '2 rows repeat a pair and are added to it.',
    },
  ]);
});

test('connections to unknown neurons are left out when asked for', async () => {
  const result = await readTexts(
    folder,
    { connections: `${soundConnections}a,ghost,1\nghost,ghost,1\n` },
    { unknown: 'drop' },
  );
  expect(opened(result).edges).toHaveLength(6);
  expect(result.report.problems).toMatchObject([
    { severity: 'warning', code: 'dropped-unknown', file: 'connections' },
  ]);
  expect(result.report.problems[0]?.message).toMatch(/^2 connections/);
});

test.each([
  ['=cmd()', 'formula-text'],
  ['<script>alert(1)</script>', 'markup-text'],
  ['@SUM(A1)', 'formula-text'],
  ['a\u202eb', 'hidden-text'],
])('the name %s is kept as text, with a warning', async (name, code) => {
  const result = await readTexts(folder, { neurons: `${soundNeurons}${name},E,1,2,3\n` });
  expect(opened(result).ids[3]).toBe(name);
  expect(result.report.problems).toMatchObject([
    { severity: 'warning', code, row: 5, column: 'id', file: 'neurons' },
  ]);
});

test('names that JavaScript knows are names like others', async () => {
  const neurons = 'id,constructor,toString\n__proto__,1,x\nhasOwnProperty,2,y\n';
  const read = opened(
    await readTexts(
      folder,
      { neurons, connections: 'pre,post\n__proto__,hasOwnProperty\n' },
      proposed('id,constructor,toString', 'pre,post'),
    ),
  );
  expect(read.ids).toEqual(['__proto__', 'hasOwnProperty']);
  expect(read.attributes.map(({ name, kind }) => [name, kind])).toEqual([
    ['constructor', 'number'],
    ['toString', 'text'],
  ]);
});

test('an attribute of long digits is text, of plain numbers numbers', async () => {
  const neurons = 'id,root,age,note\na,864691135582951235,1.5,\nb,864691135582951236,,7 up\n';
  const options = {
    neurons: { id: 'id', root: 'attribute', age: 'attribute', note: 'attribute' },
  } as const;
  const read = opened(
    await readTexts(
      folder,
      { neurons, connections: 'pre,post\na,b\n' },
      { ...options, connections: { pre: 'pre', post: 'post' } },
    ),
  );
  expect(read.attributes).toEqual([
    { name: 'root', kind: 'text', values: ['864691135582951235', '864691135582951236'] },
    { name: 'age', kind: 'number', values: Float64Array.of(1.5, NaN) },
    { name: 'note', kind: 'text', values: ['', '7 up'] },
  ]);
});
