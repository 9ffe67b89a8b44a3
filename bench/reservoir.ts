import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { double, peers, single, type Contestant } from './reservoir/contestants.ts';
import { workerFolder, workerPython } from './reservoir/environment.ts';
import { millisecondsOfOneCircuit } from './reservoir/in-the-browser.ts';

const here = fileURLToPath(new URL('./reservoir', import.meta.url));
const processes = 2;
const rounds = 3;

/** Connections as at the median of circuits of that size in microns-v1-l23. */
const sizes = [
  { n: 64, edges: 140, circuits: 256 },
  { n: 128, edges: 432, circuits: 96 },
];

/** One BLAS thread and the same kernels for everyone. */
function blas(): Record<string, string> {
  const args = ['-m', 'latentome_worker.reservoir.blas'];
  const told = execFileSync(workerPython, args, { cwd: workerFolder, encoding: 'utf8' });
  return z.record(z.string(), z.string()).parse(JSON.parse(told));
}

/** One contestant's turn: its processes side by side, each on its core. @returns their answer files. */
async function turn(who: Contestant, problem: string, circuits: number, settings: Settings) {
  const label = who.name.replaceAll(/\W+/g, '-');
  const count = who.circuits ?? circuits;
  const children = Array.from({ length: processes }, (_, part) => {
    const out = `${problem}.${label}.${part}.npz`;
    const args = [join(here, who.script), problem, out, part, processes, count, who.flag];
    const child = spawn(who.python, args.map(String), {
      env: { ...process.env, ...settings, PYTHONPATH: who.path },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    return { out, ended: once(child, 'exit') };
  });
  for (const { ended } of children) {
    const [code] = (await ended) as [number | null];
    if (code !== 0) throw new Error(`${who.name} ended with ${code ?? 'a signal'}.`);
  }
  return children.map(({ out }) => out);
}

type Settings = Record<string, string>;

const comparison = z.object({
  ours: z.number(),
  theirs: z.number(),
  apartUpTo1: z.number(),
  apartAbove1: z.number(),
});
type Comparison = z.infer<typeof comparison>;

function compare(problem: string, mine: string[], theirs: string[]) {
  const args = [join(here, 'compare.py'), problem, ...mine, '--', ...theirs];
  return comparison.parse(JSON.parse(execFileSync(workerPython, args, { encoding: 'utf8' })));
}

/** Every contestant in turn, several times over: the best rate of each, and how far its scores part from ours. */
async function contestOf(problem: string, circuits: number, settings: Settings) {
  const against = [double, ...peers()];
  const best = new Map<string, { rate: number; single: Comparison; double: Comparison }>();
  let ourRate = 0;
  for (let round = 0; round < rounds; round++) {
    const mine = await turn(single, problem, circuits, settings);
    const exact = await turn(double, problem, circuits, settings);
    for (const who of against) {
      const theirs = who === double ? exact : await turn(who, problem, circuits, settings);
      const told = {
        single: compare(problem, mine, theirs),
        double: compare(problem, exact, theirs),
      };
      ourRate = Math.max(ourRate, told.single.ours);
      const rate = Math.max(told.single.theirs, best.get(who.name)?.rate ?? 0);
      best.set(who.name, { rate, ...told });
    }
  }
  return { ourRate, best };
}

/** Memory capacity over 20 spectral radii, 4,050 steps, 20 lags, ridge 0.5: circuits a second of two processes, the best of three turns. */
export async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'latentome-bench-reservoir-'));
  try {
    const settings = blas();
    console.log(
      'N     contestant               circuits/s   latentome single is   scores apart, radii up to 1: from double, from single; above 1: from double',
    );
    for (const { n, edges, circuits } of sizes) {
      const problem = join(folder, `${n}.npz`);
      const args = [join(here, 'problem.py'), problem, n, edges, circuits].map(String);
      execFileSync(workerPython, args, {
        env: { ...process.env, ...settings, PYTHONPATH: workerFolder },
      });
      const { ourRate, best } = await contestOf(problem, circuits, settings);
      print(n, single.name, ourRate, '', '');
      const one = millisecondsOfOneCircuit(n, edges);
      print(n, 'one circuit on a page', 1000 / one, '', `${one.toFixed(0)} ms`);
      for (const [name, told] of best) {
        const apart = [told.double.apartUpTo1, told.single.apartUpTo1].map(science).join(', ');
        const above = science(told.double.apartAbove1);
        print(n, name, told.rate, `${(ourRate / told.rate).toFixed(1)}x`, `${apart}; ${above}`);
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const science = (value: number) => value.toExponential(1);

function print(n: number, name: string, rate: number, ratio: string, apart: string): void {
  console.log(
    `${String(n).padEnd(5)} ${name.padEnd(24)} ${rate.toFixed(2).padStart(10)} ${ratio.padStart(21)}   ${apart}`,
  );
}
