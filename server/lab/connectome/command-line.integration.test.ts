import { execFileSync, spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { caller, signUp, type SignedUp } from '../../testing/people.ts';
import { soundConnections, soundNeurons } from '../../testing/tables.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

let server: TestServer;
let ada: SignedUp;
let labId = '';
let slug = '';
beforeAll(async () => {
  server = await startTestServer();
  ada = await signUp(server, 'Ada');
  const lab = await (await caller(server, ada)).lab.create({ name: 'Import lab' });
  ({ id: labId, slug } = lab);
});
afterAll(() => server.close());

/** `npm run import -- ...` beside the server; resolves to its code and what it printed. */
const run = (args: string[]) =>
  new Promise<{ code: number | null; out: string; err: string }>((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/import.ts', ...args], {
      cwd: root,
      env: {
        ...process.env,
        DATABASE_URL: server.databaseUrl,
        LATENTOME_DATA: server.services.env.dataFolder,
      },
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out, err }));
  });
const file = async (name: string, text: string) => {
  const place = path.join(server.services.env.dataFolder, name);
  await writeFile(place, text);
  return place;
};

test('imports beside a running server, says problems with row and remedy, and knows what is there', async () => {
  const neurons = await file('n.csv', 'cell,depth\nq,1\nr,2\n');
  const connections = await file('c.csv', 'a,b,how\nq,r,1\nq,r,2\n');
  const args = [
    ...['--lab', slug, '--name', 'By hand', '--neurons', neurons, '--connections', connections],
    ...['--map', 'a=pre', '--map', 'b=post', '--map', 'how=synapses', '--map', 'depth=attribute'],
  ];
  const refused = await run(args);
  expect(refused).toMatchObject({ code: 1, out: '' });
  expect(refused.err).toMatch(/error: connections row 3: The pair "q" to "r".*row 2/);
  expect(refused.err).toContain('--sum-repeats');

  const imported = await run([...args, '--sum-repeats']);
  expect(imported.out).toMatch(/^Imported: con_\S+, 2 neurons, 1 connections\n$/);
  expect(imported.code).toBe(0);
  const again = await run([...args, '--sum-repeats']);
  expect(again).toMatchObject({ code: 0 });
  expect(again.out).toMatch(/^The lab has this already/);
  const names = (await (await caller(server, ada)).connectome.list({ labId })).map(
    ({ name }) => name,
  );
  expect(names.filter((name) => name === 'By hand')).toHaveLength(1);
});

test('says how it is called, and that a lab is missing', async () => {
  expect(await run([])).toMatchObject({
    code: 2,
    err: expect.stringMatching(/^npm run import/) as string,
  });
  const neurons = await file('n.csv', soundNeurons);
  const connections = await file('c.csv', soundConnections);
  const nowhere = await run([
    ...['--lab', 'nowhere', '--name', 'x', '--neurons', neurons, '--connections', connections],
  ]);
  expect(nowhere).toMatchObject({ code: 3, err: 'There is no lab "nowhere".\n' });
});

test('says in one line what cannot be read, with the code for a wrong call', async () => {
  const sound = await file('n.csv', soundNeurons);
  const pipe = path.join(server.services.env.dataFolder, 'pipe.csv');
  execFileSync('mkfifo', [pipe]);
  for (const [neurons, connections, err] of [
    ['nope.csv', sound, 'nope.csv: there is no such file.\n'],
    [sound, 'nope.csv', 'nope.csv: there is no such file.\n'],
    [pipe, sound, `${pipe}: this is not a regular file.\n`],
    [sound, path.dirname(pipe), `${path.dirname(pipe)}: this is not a regular file.\n`],
  ] as const)
    expect(
      await run([
        ...['--lab', slug, '--name', 'x', '--neurons', neurons, '--connections', connections],
      ]),
    ).toEqual({ code: 2, out: '', err });
  const blank = ['--lab', slug, '--name', ' ', '--neurons', sound, '--connections', sound];
  expect(await run(blank)).toMatchObject({
    code: 2,
    err: '--name: Give the connectome a name.\n',
  });
});
