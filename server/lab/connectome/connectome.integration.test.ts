import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConnectome } from '~/core/connectome/file.ts';
import type { ImportOptions } from '~/core/contracts/index.ts';
import { caller, signUp, type SignedUp } from '../../testing/people.ts';
import { send } from '../../testing/send.ts';
import { proposed, soundConnections, soundNeurons } from '../../testing/tables.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const shared = path.join(root, '../shared/data');
const details = { name: 'test', source: 'made up', licence: 'CC0', citation: 'none' };

let server: TestServer;
let ada: SignedUp;
let labId = '';
beforeAll(async () => {
  server = await startTestServer();
  ada = await signUp(server, 'Ada');
  labId = (await (await caller(server, ada)).lab.create({ name: 'Import lab' })).id;
});
afterAll(() => server.close());

async function sendTables(neurons: string | Buffer, connections: string | Buffer, by = ada) {
  const bytes = (content: string | Buffer) => Uint8Array.from(Buffer.from(content));
  return {
    labId,
    neurons: await send(server, by, labId, 'neurons.csv', bytes(neurons)),
    connections: await send(server, by, labId, 'connections.csv', bytes(connections)),
  };
}

async function optionsFor(tables: Awaited<ReturnType<typeof sendTables>>): Promise<ImportOptions> {
  const seen = await (await caller(server, ada)).connectome.inspect(tables);
  const mapping = (columns: { name: string; guess: string }[]) =>
    Object.fromEntries(columns.map(({ name, guess }) => [name, guess]));
  const neurons = mapping(seen.neurons.columns) as ImportOptions['neurons'];
  const connections = mapping(seen.connections.columns) as ImportOptions['connections'];
  return { neurons, connections, repeats: 'refuse', unknown: 'refuse' };
}

const stored = async () => (await (await caller(server, ada)).connectome.list({ labId })).length;

const column = (csv: string, place: number) =>
  csv
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',')[place]?.trim());

describe.skipIf(!existsSync(shared))('shared data (skipped without ../shared/data)', () => {
  test.each([
    {
      folder: 'microns-v1-l23',
      files: ['neurons.csv', 'connections.csv'],
      neurons: 2857,
      connections: 29_107,
      selfConnections: 0,
      hasPositions: true,
    },
    {
      folder: 'c-elegans-hermaphrodite',
      files: ['nodes.csv', 'edgelist.csv'],
      neurons: 473,
      connections: 6947,
      selfConnections: 50,
      hasPositions: false,
    },
  ])('$folder imports as it is', async ({ folder, files, ...expected }) => {
    const [neurons = '', connections = ''] = await Promise.all(
      files.map((file) => readFile(path.join(shared, folder, file), 'utf8')),
    );
    const api = await caller(server, ada);
    const tables = await sendTables(neurons, gzipSync(connections));
    const options = await optionsFor(tables);
    const report = await api.connectome.check({ ...tables, options });
    expect(report.problems).toEqual([]);
    expect(report.statistics).toMatchObject(expected);

    const { id } = await api.connectome.import({ ...tables, options, details });
    const detail = await api.connectome.get({ connectomeId: id });
    expect(detail).toMatchObject({ ...details, isModel: false, createdBy: 'Ada', labId });
    expect(detail.statistics).toMatchObject(expected);

    const bytes = await server.services.storage.read(detail.sha256);
    const kept = readConnectome(Uint8Array.from(bytes));
    expect(kept.ids).toEqual(column(neurons, 0));
    const pairs = (pre: string[], post: string[]) => pre.map((id, k) => `${id} ${post[k]}`).sort();
    const end = (offset: 0 | 1) =>
      Array.from(
        { length: kept.edges.length / 2 },
        (_, e) => kept.ids[kept.edges[2 * e + offset] ?? -1] ?? '',
      );
    const given = (place: number) => column(connections, place).map((id) => id ?? '');
    expect(pairs(end(0), end(1))).toEqual(pairs(given(0), given(1)));
  });

  test('a recipe is proposed and its circuits are previewed, folds apart', async () => {
    const api = await caller(server, ada);
    for (const { id, hasPositions } of await api.connectome.list({ labId })) {
      const recipe = await api.connectome.defaultRecipe({ connectomeId: id });
      const preview = await api.connectome.previewSampling({ connectomeId: id, recipe });
      expect(preview.circuits.map(({ fold }) => fold)).toEqual(
        (['train', 'validation', 'test'] as const).flatMap((fold) => [fold, fold, fold]),
      );
      expect(preview.circuits.every(({ ids }) => ids.length === recipe.size)).toBe(true);
      expect(preview.soma.length > 0).toBe(hasPositions);
      if (hasPositions) {
        expect(recipe.filters).toContainEqual({ field: 'layer', op: 'is', value: 'L2/3' });
        expect(recipe.filters).toContainEqual({ field: 'outputs', op: 'at most', value: 100 });
        expect(preview.kept).toBe(2152);
      }
      const tooLarge = { ...recipe, folds: { ...recipe.folds, gapUm: 5000 } };
      if (hasPositions)
        await expect(
          api.connectome.previewSampling({ connectomeId: id, recipe: tooLarge }),
        ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    }
  });
});

test('a problem of the tables changes nothing, neither rows nor files', async () => {
  const api = await caller(server, ada);
  const before = await stored();
  const objects = path.join(server.services.env.dataFolder, 'objects');
  const filesBefore = (await readdir(objects, { recursive: true })).length;
  const tables = await sendTables(soundNeurons, `${soundConnections}a,ghost,1\n`);
  const options = await optionsFor(tables);
  const report = await api.connectome.check({ ...tables, options });
  expect(report.statistics).toBeNull();
  expect(report.counts).toMatchObject([{ code: 'unknown-neuron', count: 1 }]);
  await expect(api.connectome.import({ ...tables, options, details })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
    message: expect.stringMatching(/connections row 5: .*ghost/) as string,
  });
  expect(await stored()).toBe(before);
  expect((await readdir(objects, { recursive: true })).length).toBe(filesBefore);
});

test('a file that is no table is refused when it is looked at, by name', async () => {
  const tables = await sendTables(Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), soundConnections);
  await expect((await caller(server, ada)).connectome.inspect(tables)).rejects.toMatchObject({
    code: 'BAD_REQUEST',
    message: expect.stringMatching(/^neurons.csv: .*zip archive.*CSV or TSV/) as string,
  });
});

test('two people importing the same tables at once get one connectome', async () => {
  const before = await stored();
  const ben = await signUp(server, 'Ben');
  await (await caller(server, ada)).lab.addMember({ labId, userId: ben.person.id, role: 'editor' });
  const options = proposed('id,class,x_um,y_um,z_um', 'pre,post,synapses');
  const imported = await Promise.all(
    [ada, ben, ada, ben].map(async (person) => {
      const tables = await sendTables(soundNeurons, soundConnections, person);
      const api = await caller(server, person);
      return api.connectome.import({ ...tables, options, details });
    }),
  );
  expect(new Set(imported.map(({ id }) => id)).size).toBe(1);
  expect(await stored()).toBe(before + 1);
});

test('what somebody else has sent cannot be imported', async () => {
  const tables = await sendTables(soundNeurons, soundConnections);
  const eve = await signUp(server, 'Eve');
  await (await caller(server, ada)).lab.addMember({ labId, userId: eve.person.id, role: 'editor' });
  await expect((await caller(server, eve)).connectome.inspect(tables)).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});
