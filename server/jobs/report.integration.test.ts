import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { evaluationReport, statisticIds, type EvaluationReport } from '~/core/contracts/index.ts';
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

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'latentome-report-'));
});
afterAll(() => rm(folder, { recursive: true }));

test.skipIf(!existsSync(workerPython))(
  'the smoke preset on the model column, from the command line: its report is whole, within wide bounds, and the same again',
  async () => {
    const model = path.join(folder, 'smoke');
    await command('train', '--out', model, '--preset', 'smoke');
    await command('report', model, '--draws', '1');
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

    await command('report', model, '--draws', '1', '--out', path.join(folder, 'again'));
    expect(await reported(path.join(folder, 'again'))).toEqual(report);
  },
);
