import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ImportOptions, ImportProblem } from '~/core/contracts/index.ts';
import {
  proposed,
  readTexts,
  soundConnections,
  soundNeurons,
  type TableText,
} from '../testing/tables.ts';
import { importLimits, type ImportLimits } from './limits.ts';
import { eachRow } from './rows.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'latentome-tables-'));
});
afterAll(() => rm(folder, { recursive: true }));

type Hostile = {
  what: string;
  neurons?: TableText;
  connections?: TableText;
  options?: Partial<ImportOptions>;
  limits?: Partial<ImportLimits>;
  expected: Partial<ImportProblem>;
};

const [header = '', first = ''] = soundNeurons.split('\n');
const gzipped = gzipSync(soundNeurons.repeat(50));

const hostile: Hostile[] = [
  {
    what: 'a missing column',
    connections: 'pre,weight\na,1\n',
    options: proposed(header, 'pre,weight'),
    expected: { file: 'connections', code: 'missing-column', row: 1, column: 'post' },
  },
  {
    what: 'positions without depth',
    neurons: 'id,x_um,z_um\na,1,2\n',
    options: proposed('id,x_um,z_um', 'pre,post'),
    expected: { code: 'missing-column', row: 1, column: 'y' },
  },
  {
    what: 'a duplicated column',
    neurons: 'id,class,class\na,E,E\n',
    options: { neurons: { id: 'id', class: 'class' } },
    expected: { code: 'duplicate-column', row: 1, column: 'class' },
  },
  {
    what: 'two columns taken for one field',
    neurons: 'id,name\na,b\n',
    options: { neurons: { id: 'id', name: 'id' } },
    expected: { code: 'field-twice', row: 1, column: 'name' },
  },
  {
    what: 'a column that is not there',
    options: { neurons: { id: 'id', colour: 'attribute' } },
    expected: { code: 'unknown-column', row: 1, column: 'colour' },
  },
  {
    what: 'a duplicated id',
    neurons: `${soundNeurons}a,E,1,2,3\n`,
    expected: { file: 'neurons', code: 'duplicate-id', row: 5, column: 'id' },
  },
  {
    what: 'a position that is infinite in the 32 bits of a circuit',
    neurons: `${header}\na,E,1,2,3\nb,E,1e39,2,3\n`,
    expected: { file: 'neurons', code: 'bad-position', row: 3, column: 'x_um' },
  },
  {
    what: 'a weight that is infinite in 32 bits',
    connections: 'pre,post,synapses\na,b,1e39\n',
    options: proposed(header, 'pre,post,synapses'),
    expected: { file: 'connections', code: 'bad-weight', row: 2, column: 'synapses' },
  },
  ...['0x10', '0b1', '1_000', '12 µm', '~12'].map((cell) => ({
    what: `a position written ${cell}`,
    neurons: `${header}\na,E,1,2,3\nb,E,1,${cell},3\n`,
    expected: {
      ...{ file: 'neurons' as const, code: 'bad-position', row: 3, column: 'y_um' },
      message: `The position "${cell}" is not a finite number written plainly, or too large to be one.`,
      remedy:
        'Use plain decimal numbers in micrometres such as 12.5, or take the column for something else.',
    },
  })),
  ...['0x10', '0b1', '1_000', '3 synapses'].map((cell) => ({
    what: `a weight written ${cell}`,
    connections: `pre,post,synapses\na,b,1\nb,c,${cell}\n`,
    expected: {
      ...{ file: 'connections' as const, code: 'bad-weight', row: 3, column: 'synapses' },
      message: `"${cell}" is not a finite number of zero or more written plainly.`,
    },
  })),
  {
    what: 'an empty id',
    neurons: `${header}\n ,E,1,2,3\n`,
    expected: { code: 'empty-id', row: 2, column: 'id' },
  },
  {
    what: 'a very long id',
    neurons: `${header}\n${'x'.repeat(201)},E,1,2,3\n`,
    expected: { code: 'long-id', row: 2, column: 'id' },
  },
  {
    what: 'a connection to an unknown neuron',
    connections: `${soundConnections}a,nobody,1\n`,
    expected: { code: 'unknown-neuron', row: 5, column: 'post', offer: 'drop-unknown' },
  },
  {
    what: 'a repeated pair',
    connections: `${soundConnections}a,b,1\n`,
    expected: { code: 'repeated-pair', row: 5, column: null, offer: 'sum-repeats' },
  },
  {
    what: 'a position that is no number',
    neurons: `${header}\n${first}\nd,E,near,2,3\n`,
    expected: { code: 'bad-position', row: 3, column: 'x_um' },
  },
  {
    what: 'an infinite position',
    neurons: `${header}\nd,E,1,Infinity,3\n`,
    expected: { code: 'bad-position', row: 2, column: 'y_um' },
  },
  {
    what: 'an empty position',
    neurons: `${header}\nd,E,1,2,\n`,
    expected: { code: 'bad-position', row: 2, column: 'z_um' },
  },
  {
    what: 'a negative number of synapses',
    connections: 'pre,post,synapses\na,b,-1\n',
    expected: { code: 'bad-weight', row: 2, column: 'synapses' },
  },
  { what: 'an empty file', neurons: '', expected: { file: 'neurons', code: 'empty-file' } },
  { what: 'only blanks', connections: '\n \n\n', expected: { code: 'empty-file' } },
  { what: 'an empty gzip file', neurons: gzipSync(''), expected: { code: 'empty-file' } },
  { what: 'a header alone', connections: 'pre,post,synapses\n', expected: { code: 'no-rows' } },
  {
    what: 'a delimiter that is none of ours',
    neurons: soundNeurons.replaceAll(',', '|'),
    expected: { code: 'wrong-delimiter', row: 1 },
  },
  {
    what: 'a delimiter that changes after the header',
    neurons: `${header}\n${first.replaceAll(',', ';')}\n`,
    expected: { code: 'row-width', row: 2 },
  },
  {
    what: 'a row that is too short',
    connections: 'pre,post,synapses\na,b,1\na,c\n',
    expected: { file: 'connections', code: 'row-width', row: 3 },
  },
  {
    what: 'a cut gzip file',
    neurons: gzipped.subarray(0, gzipped.length - 12),
    expected: { file: 'neurons', code: 'cut-gzip' },
  },
  {
    what: 'a damaged gzip file',
    neurons: Buffer.concat([gzipped.subarray(0, 20), Buffer.alloc(20, 7), gzipped.subarray(40)]),
    expected: { file: 'neurons', code: 'broken-gzip' },
  },
  {
    what: 'a spreadsheet file',
    neurons: Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0]),
    expected: { file: 'neurons', code: 'binary-file' },
  },
  {
    what: 'zero bytes in the middle',
    connections: 'pre,post,synapses\na,b,1\na,\0,1\n',
    expected: { file: 'connections', code: 'binary-file' },
  },
  {
    what: 'text in another encoding',
    neurons: Buffer.from(`${header}\n${first}\nZ\xfcrich,E,1,2,3\n`, 'latin1'),
    expected: { code: 'not-utf8', row: 3 },
  },
  {
    what: 'a quote left open',
    neurons: `${header}\n"d,E,1,2,3\n`,
    expected: { code: 'bad-quote', row: 2 },
  },
  {
    what: 'more neurons than allowed',
    limits: { neurons: 2 },
    expected: { file: 'neurons', code: 'too-many-rows', row: 4 },
  },
  {
    what: 'more connections than allowed',
    limits: { connections: 2 },
    expected: { file: 'connections', code: 'too-many-rows', row: 4 },
  },
  {
    what: 'more columns than allowed',
    limits: { columns: 4 },
    expected: { file: 'neurons', code: 'too-many-columns', row: 1 },
  },
  {
    what: 'a header that never ends',
    neurons: 'id,'.repeat(200_000),
    expected: { file: 'neurons', code: 'line-too-long', row: 1 },
  },
  {
    what: 'a gzip file that unpacks beyond measure',
    connections: gzipSync(`pre,post,synapses\n${'\n'.repeat(3_000_000)}`),
    limits: { gzipFree: 1_000_000 },
    expected: { file: 'connections', code: 'gzip-bomb' },
  },
];

test.each(hostile)('$what is said with its place and a remedy', async (table) => {
  const { report, connectome } = await readTexts(folder, table, table.options, table.limits);
  expect(report.problems[0]).toMatchObject({ severity: 'error', ...table.expected });
  expect(report.problems[0]?.message).not.toBe('');
  expect(report.problems[0]?.remedy).toMatch(/\.$/);
  expect(report.statistics).toBeNull();
  expect(connectome).toBeNull();
});

test('a number too large to be one is said once, and nothing spans infinity', async () => {
  const neurons = `${header}\na,E,1,2,3\nb,E,4,1e999,6\nc,E,7,8,9\n`;
  const { report } = await readTexts(folder, { neurons });
  expect(report.problems).toEqual([
    expect.objectContaining({
      ...{ severity: 'error', code: 'bad-position', row: 3, column: 'y_um' },
      message: expect.stringContaining('"1e999"') as string,
    }),
  ]);
});

test('positions in another unit are warned of where they reach furthest', async () => {
  const neurons = `${header}\na,E,10,2,3\nb,E,4,-90000,6\nc,E,40000,8,9\n`;
  const { report } = await readTexts(folder, { neurons });
  expect(report.problems).toEqual([
    expect.objectContaining({
      ...{ severity: 'warning', code: 'large-extent', row: 3, column: 'y_um' },
      message: 'The neurons span 90.01 mm: this one stands at -90000.',
    }),
  ]);
});

test('a row of two gigabytes is refused after its first megabyte', async () => {
  const row = Buffer.alloc(1 << 20, 'x');
  let given = 0;
  async function* endless() {
    yield Buffer.from('id,class\n');
    for (; given < 2048; given++) yield await Promise.resolve(row);
  }
  const refusal = eachRow(endless(), { delimiter: ',', columns: 2 }, importLimits, () => undefined);
  await expect(refusal).rejects.toMatchObject({ code: 'line-too-long', row: 2 });
  expect(given).toBeLessThan(16); // what streams hold between them
});

test('a thousand problems are counted, the first hundred are told', async () => {
  const rows = Array.from({ length: 1000 }, (_, k) => `a,ghost${k},1\n`).join('');
  const { report } = await readTexts(folder, { connections: `pre,post,synapses\n${rows}` });
  expect(report.problems).toHaveLength(100);
  expect(report.problemCount).toBe(1000);
  expect(report.counts).toEqual([
    {
      file: 'connections',
      code: 'unknown-neuron',
      severity: 'error',
      offer: 'drop-unknown',
      count: 1000,
    },
  ]);
  expect(report.problems.at(-1)?.row).toBe(101);
});
