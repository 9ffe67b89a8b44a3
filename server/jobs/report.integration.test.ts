import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import {
  evaluationReport,
  modelManifest,
  statisticIds,
  type EvaluationReport,
} from '~/core/contracts/index.ts';
import { workerPython } from '~/db/starter/files.ts';

vi.setConfig({ testTimeout: 900_000, hookTimeout: 900_000 }); // trains the smoke preset for real

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder: string;

/** `npm run <script> -- ...` as people call it; resolves to what it printed. */
function command(script: 'train' | 'report', ...given: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', path.join('scripts', `${script}.ts`), ...given],
      { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(said);
      else reject(new Error(`${script} ended with ${code}: ${said}`));
    });
  });
}

async function reported(out: string): Promise<EvaluationReport> {
  const written = await readFile(path.join(out, 'report.json'), 'utf8');
  return evaluationReport.parse(JSON.parse(written));
}

async function manifestOf(model: string) {
  return modelManifest.parse(JSON.parse(await readFile(path.join(model, 'model.json'), 'utf8')));
}

/** A report without what no two runs have in common. */
function untimed(report: EvaluationReport): EvaluationReport {
  const copy = structuredClone(report);
  for (const { figures } of copy.models)
    for (const set of figures.report.orders?.sets ?? [])
      set.seconds = { median: 0, ninety: 0, most: 0 };
  return copy;
}

/** As little of everything as there can be. */
const cheap = [
  ...['--draws', '1', '--circuits', '4', '--individuals', '2', '--corrected', '2'],
  ...['--scored', '6', '--requests', '2', '--tasks', 'memory', '--inputs', '1', '--most', '40'],
];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'latentome-report-'));
});
afterAll(() => rm(folder, { recursive: true }));

test.skipIf(!existsSync(workerPython))(
  'the smoke preset on the model column, from the command line: its report is whole, within wide bounds, and the same again',
  async () => {
    const model = path.join(folder, 'smoke');
    await command('train', '--out', model, '--preset', 'smoke');
    await command('report', model, ...cheap);
    const out = path.join(model, 'report');
    const report = await reported(out);
    const [found] = report.models;
    if (!found) throw new Error('a report of no model');

    const { edges, bits, report: more } = found.figures;
    expect(edges.model.auc).toBeGreaterThan(0.6);
    expect(edges.model.ap).toBeGreaterThan(edges.conditionsOnly.ap);
    expect(bits.z + bits.u).toBeLessThan(1000);
    const { generation, code } = more;
    for (const { ratios } of generation.generators)
      expect(ratios.map(({ statistic }) => statistic)).toEqual([...statisticIds]);
    const mean = (id: string) => generation.generators.find((row) => row.id === id)?.mean.mean;
    expect(mean('model')).toBeLessThan(40);
    expect(mean('erdos_renyi_train')).toBeGreaterThan(1);
    expect(generation.identity.novel).toBe(1);
    expect(code.edges).toBeLessThan(code.conditionsOnly);

    const files = await readdir(out);
    const svgs = files.filter((name) => name.endsWith('.svg'));
    expect(svgs).toContain('generation.svg');
    expect(svgs).toContain('folds.svg');
    for (const svg of svgs) expect(files).toContain(svg.replace('.svg', '.csv'));
    const text = await readFile(path.join(out, 'report.md'), 'utf8');
    for (const svg of svgs) expect(text).toContain(`](${svg})`);

    const { directions, orders } = more;
    const aligned = directions?.directions.filter(({ kind }) => kind === 'aligned') ?? [];
    expect(aligned.length + (directions?.refused.length ?? 0)).toBeGreaterThanOrEqual(8);
    const density = aligned.find(({ moves }) => moves === 'density');
    expect(density?.own?.change.mean).toBeGreaterThan(0.5);
    expect(orders?.sets.map(({ metrics }) => metrics.length)).toEqual([2, 4, 8]);
    expect(orders?.sets[0]?.within).toBeGreaterThan(0.5);
    const [memory] = more.function?.tasks ?? [];
    expect(memory).toMatchObject({ task: 'memory', protocol: { inputSeeds: [1] } });
    expect(memory?.r2.z.r2[0]).toBeLessThanOrEqual(1);
    expect(svgs).toEqual(
      expect.arrayContaining(['directions-purified.svg', 'orders.svg', 'function.svg']),
    );

    // a smaller report is kept with the model, which stays what it was but for it
    const before = await manifestOf(model);
    await command('report', model, ...cheap, '--keep', '--out', path.join(folder, 'again'));
    const again = await reported(path.join(folder, 'again'));
    expect(untimed(again)).toEqual(untimed(report));
    const after = await manifestOf(model);
    expect(after.figures.report?.directions).toEqual(directions);
    expect({ ...after, figures: { ...after.figures, report: before.figures.report } }).toEqual(
      before,
    );
  },
);
