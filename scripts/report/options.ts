import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { reservoirTaskId, reservoirTaskIds } from '~/core/contracts/index.ts';
import { usualCounts } from '~/core/evaluation/index.ts';

export const partIds = ['directions', 'orders', 'function'] as const;
export type PartId = (typeof partIds)[number];

export const reportUsage = `npm run report -- <model folder> [<model folder>...]
    [--corpus corpus.safetensors]   of all of them; else the one in each folder
    [--out folder]                  report/ in the first model folder
    [--seed 1] [--draws 5]          of generated circuits: seed, and samples of each generator
    [--without directions,orders,function]
                                    parts that are left out
    [--circuits ${usualCounts.circuits}] [--individuals ${usualCounts.individuals}]
                                    test circuits that directions are measured on, individuals of each
    [--corrected ${usualCounts.corrected}]                validation circuits that purified directions are corrected by
    [--scored ${usualCounts.scored}]                  training circuits that find a direction of function
    [--requests 100]                orders for the metrics of test circuits
    [--tasks ${reservoirTaskIds.join(',')}]
    [--inputs 8]                    input vectors and signals that a score is averaged over
    [--most 100000]                 circuits of a fold whose scores are told from z, at most
    [--keep]                        puts each report into its model.json too, for the model card; the
                                    model's identity is the hash of that file and becomes another
Evaluates models from their files alone and writes report.json, report.md, and each plot as SVG and CSV.
Several models (along β, say) are set side by side by rate and distortion.`;

const count = z.coerce.number().int().min(1);
const list = z.string().transform((text) => text.split(',').filter(Boolean));
const asked = z.object({
  seed: z.coerce.number().int().min(0),
  draws: count,
  circuits: count.min(2),
  individuals: count,
  corrected: count.min(2),
  scored: count.min(3),
  requests: count,
  inputs: count,
  most: count,
  tasks: list.pipe(z.array(reservoirTaskId).min(1)),
  without: list.pipe(z.array(z.enum(partIds))),
});

export type ReportOptions = z.infer<typeof asked> & {
  folders: string[];
  out: string;
  corpus: string | undefined;
  keep: boolean;
};

/**
 * What is asked of a report, or that the usage is wanted or was not followed.
 * @throws Error for folders of one name, or a value that cannot be
 */
export function reportOptions(given: string[]): ReportOptions | 'help' | 'unclear' {
  const text = (usual: number | string) => ({ type: 'string' as const, default: String(usual) });
  const { values, positionals } = parseArgs({
    args: given,
    allowPositionals: true,
    options: {
      corpus: { type: 'string' },
      out: { type: 'string' },
      seed: text(1),
      draws: text(5),
      without: text(''),
      circuits: text(usualCounts.circuits),
      individuals: text(usualCounts.individuals),
      corrected: text(usualCounts.corrected),
      scored: text(usualCounts.scored),
      requests: text(100),
      tasks: text(reservoirTaskIds.join(',')),
      inputs: text(8),
      most: text(100_000),
      keep: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  const folders = positionals.map((folder) => path.resolve(folder));
  const [first] = folders;
  if (first === undefined) return 'unclear';
  if (new Set(folders.map((folder) => path.basename(folder))).size < folders.length)
    throw new Error(
      'Folders need different names: the plots of each model are named after its own.',
    );
  const { data, error } = asked.safeParse(values);
  if (!data) {
    const [issue] = error.issues;
    throw new Error(`--${String(issue?.path[0])}: ${issue?.message ?? 'cannot be used'}`);
  }
  return {
    ...data,
    folders,
    out: path.resolve(values.out ?? path.join(first, 'report')),
    corpus: values.corpus && path.resolve(values.corpus),
    keep: values.keep,
  };
}
