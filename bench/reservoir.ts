import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { peerPython, workerPython } from './reservoir/environment.ts';

const here = fileURLToPath(new URL('./reservoir', import.meta.url));
const worker = fileURLToPath(new URL('../gpu-worker', import.meta.url));
const processes = 2;

/** Connections as at the median of circuits of that size in microns-v1-l23. */
const sizes = [
  { n: 64, edges: 140, circuits: 256 },
  { n: 128, edges: 432, circuits: 96 },
];

type Contestant = {
  name: string;
  python: string;
  script: string;
  flag: string;
  path: string;
  /** Scores so few circuits that a peer's turn takes some ten seconds. */
  circuits: number | null;
};

const ours: Contestant = {
  name: 'latentome, single',
  python: workerPython,
  script: 'ours.py',
  flag: '--single',
  path: worker,
  circuits: null,
};
const double: Contestant = { ...ours, name: 'latentome, double', flag: '--double' };

function peers(): Contestant[] {
  const python = peerPython();
  const peer = { python, script: 'reservoirpy_peer.py', path: '', circuits: 8 };
  const found: Contestant[] = [
    { ...peer, name: 'ReservoirPy, sparse W', flag: '--sparse' },
    { ...peer, name: 'ReservoirPy, dense W', flag: '--dense' },
  ];
  const checkout = process.env.CONN2RES;
  if (checkout)
    found.push({
      name: 'conn2res',
      python: process.env.CONN2RES_PYTHON ?? 'python3',
      script: 'conn2res_peer.py',
      flag: '--dense',
      path: checkout,
      circuits: 8,
    });
  return found;
}

const environment = (path: string) => ({
  ...process.env,
  PYTHONPATH: path,
  OPENBLAS_NUM_THREADS: '1',
  OMP_NUM_THREADS: '1',
  MKL_NUM_THREADS: '1',
});

/** One contestant's turn: its processes side by side, each on its core. @returns their answer files. */
async function turn(who: Contestant, problem: string, circuits: number, label: string) {
  const count = who.circuits ?? circuits;
  const children = Array.from({ length: processes }, (_, part) => {
    const out = `${problem}.${label}.${part}.npz`;
    const args = [join(here, who.script), problem, out, part, processes, count, who.flag];
    const child = spawn(who.python, args.map(String), {
      env: environment(who.path),
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

const comparison = z.object({
  ours: z.number(),
  theirs: z.number(),
  apartUpTo1: z.number(),
  apartAbove1: z.number(),
  spreadAbove1: z.number(),
});

function compare(problem: string, mine: string[], theirs: string[]) {
  const args = [join(here, 'compare.py'), problem, ...mine, '--', ...theirs];
  return comparison.parse(JSON.parse(execFileSync(workerPython, args, { encoding: 'utf8' })));
}

/** Memory capacity over 20 spectral radii, 4,050 steps, 20 lags, ridge 0.5: circuits a second of two processes. */
export async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'latentome-bench-reservoir-'));
  try {
    const contestants = peers();
    console.log(
      'N     contestant               circuits/s    ours/theirs   scores apart up to 1 (double, single); above 1 (double)',
    );
    for (const { n, edges, circuits } of sizes) {
      const problem = join(folder, `${n}.npz`);
      execFileSync(
        workerPython,
        [join(here, 'problem.py'), problem, n, edges, circuits].map(String),
        {
          env: environment(worker),
        },
      );
      const mine = await turn(ours, problem, circuits, 'single');
      const exact = await turn(double, problem, circuits, 'double');
      const own = compare(problem, mine, exact);
      print(n, ours.name, own.ours, '', `${science(own.apartUpTo1)} from double`);
      print(
        n,
        double.name,
        own.theirs,
        '',
        `spread over circuits above 1: ${own.spreadAbove1.toFixed(2)}`,
      );
      for (const [index, peer] of contestants.entries()) {
        const theirs = await turn(peer, problem, circuits, `peer-${index}`);
        const single = compare(problem, mine, theirs);
        const twice = compare(problem, exact, theirs);
        const apart = [twice.apartUpTo1, single.apartUpTo1].map(science).join(', ');
        const ratio = `${(single.ours / single.theirs).toFixed(1)}x`;
        print(n, peer.name, single.theirs, ratio, `${apart}; ${science(twice.apartAbove1)}`);
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const science = (value: number) => value.toExponential(1);

function print(n: number, name: string, rate: number, ratio: string, apart: string): void {
  console.log(
    `${String(n).padEnd(5)} ${name.padEnd(24)} ${rate.toFixed(2).padStart(10)} ${ratio.padStart(14)}   ${apart}`,
  );
}
