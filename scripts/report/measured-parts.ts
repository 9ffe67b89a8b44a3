import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { functionReport, type FunctionReport, type ModelReport } from '~/core/contracts/index.ts';
import { functionProtocol, measureDirections, measureOrders } from '~/core/evaluation/index.ts';
import { worker } from '../worker-command.ts';
import type { ReportOptions } from './options.ts';
import { openModel } from './running-model.ts';

/** The parts of a model's report that are measured by decoding it, as far as they are asked for. */
export async function measuredParts(
  folder: string,
  options: ReportOptions,
): Promise<Pick<ModelReport, 'directions' | 'orders' | 'function'>> {
  const { circuits, individuals, corrected, scored, tasks, seed, requests, without } = options;
  const model = await openModel(folder);
  const wanted = (part: (typeof without)[number]) => !without.includes(part);
  const say = (text: string) => process.stderr.write(`${path.basename(folder)}: ${text}\n`);
  return {
    ...(wanted('directions') && {
      directions: await measureDirections(
        model,
        {
          counts: { circuits, individuals, corrected, scored },
          protocols: tasks.map(functionProtocol),
          seed,
        },
        ({ kind, moves }) => say(`${kind} direction of ${moves}`),
      ),
    }),
    ...(wanted('orders') && {
      orders: await measureOrders(
        model,
        { requests, clock: () => process.cpuUsage().user / 1e6 },
        ({ metrics }) => say(`orders of ${metrics.length} metrics`),
      ),
    }),
    ...(wanted('function') && { function: await measuredFunction(folder, options) }),
  };
}

/** @throws Error when the worker cannot do it; it says why */
async function measuredFunction(
  folder: string,
  { corpus, tasks, inputs, most, seed }: ReportOptions,
): Promise<FunctionReport> {
  const aside = await mkdtemp(path.join(tmpdir(), 'latentome-function-'));
  try {
    const out = path.join(aside, 'function.json');
    const status = await worker([
      'function',
      '--model',
      folder,
      '--corpus',
      corpus ?? path.join(folder, 'corpus.safetensors'),
      '--tasks',
      ...tasks,
      '--inputs',
      String(inputs),
      '--circuits',
      String(most),
      '--seed',
      String(seed),
      '--out',
      out,
    ]);
    if (status !== 0)
      throw new Error(`Function was not measured: the worker ended with ${status}.`);
    return functionReport.parse(JSON.parse(await readFile(out, 'utf8')));
  } finally {
    await rm(aside, { recursive: true });
  }
}
