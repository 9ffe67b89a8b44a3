import type { EvaluatedModel, EvaluationReport } from '../contracts/evaluation.ts';
import type { ModelReport } from '../contracts/report.ts';
import { cardPlots } from './card-plots.ts';
import { directionsWords } from './directions-words.ts';
import { foldPlot } from './fold-plot.ts';
import { functionWords } from './function-words.ts';
import { generators } from './names.ts';
import { ordersWords } from './orders-words.ts';
import { shortNumber, type Cell, type Plot, type PlotTable } from './plot.ts';
import { ratePlot, type RatePoint } from './rate-plot.ts';
import { notMeasured } from './unmeasured.ts';
import { verdictWords } from './verdict.ts';

/** One plot of a report and the name of its files, without their ending. */
export type NamedPlot = { file: string; plot: Plot };

/** Every plot of a report; those of one model are named after its folder where there are several. */
export function reportPlots(report: EvaluationReport): NamedPlot[] {
  const several = report.models.length > 1;
  const named = (plot: Plot, folder?: string): NamedPlot => ({
    file: folder && several ? `${folder}-${plot.id}` : plot.id,
    plot,
  });
  return [
    ...(report.somas ? [named(foldPlot(report.somas))] : []),
    ...(several ? [named(ratePlot(report.models.map(ratePoint)))] : []),
    ...report.models.flatMap(({ figures, folder, recipe }) =>
      cardPlots(figures, recipe.corpus.recipe).map((plot) => named(plot, folder)),
    ),
  ];
}

function ratePoint({ folder, figures }: EvaluatedModel): RatePoint {
  const { bits, edges, metricR2Mean } = figures;
  return { name: folder, bits: bits.z + bits.u, r2: metricR2Mean, ...edges.model };
}

/** report.md: every figure with what it stands beside. */
export function reportText(report: EvaluationReport): string {
  const [first] = report.models;
  const shared = reportPlots(report);
  const rate = shared.find(({ plot }) => plot.id === 'rate-distortion');
  return [
    `# ${first?.name ?? 'Report'}`,
    `Made by \`npm run report\` from the files of ${report.models.map(({ folder }) => `\`${folder}\``).join(', ')}, seed ${report.seed}. Everything is of the test fold unless it says otherwise.`,
    ...(rate
      ? [`## ${rate.plot.title}`, rate.plot.about, picture(rate), table(rate.plot.table)]
      : []),
    ...(report.somas ? ['## Folds', foldPlot(report.somas).about, '![Folds](folds.svg)'] : []),
    ...report.models.flatMap((model) => modelText(model, shared)),
    '',
  ].join('\n\n');
}

function modelText(model: EvaluatedModel, plots: readonly NamedPlot[]): string[] {
  const { recipe, figures, folder } = model;
  const { corpus } = recipe;
  const { train, validation, test } = figures.circuits;
  const { generation } = figures.report;
  const { identity } = generation;
  const mine = cardPlots(figures, corpus.recipe).map((plot): NamedPlot => ({
    file: plots.find(({ file }) => file === `${folder}-${plot.id}`)?.file ?? plot.id,
    plot,
  }));
  const percent = (share: number) => `${shortNumber(share * 100)} %`;
  return [
    `## ${model.name} (\`${folder}\`)`,
    table({
      columns: ['what', 'value'],
      rows: [
        ['model', model.sha256],
        ['preset, seed', `${recipe.preset}, ${recipe.seed}`],
        ['connectome', corpus.connectome.name],
        ['corpus', recipe.corpusSha256],
        ['neurons in a circuit', model.size],
        ['circuits: training, validation, test', `${train}, ${validation}, ${test}`],
        ['bits a circuit: z, u', `${shortNumber(figures.bits.z)}, ${shortNumber(figures.bits.u)}`],
        ['training and evaluation', `${shortNumber(figures.seconds)} s`],
        ['export error', figures.onnxMaxError.toExponential(1)],
      ],
    }),
    `Sampler and folds: \`${JSON.stringify(corpus.recipe)}\``,
    `Settings: \`${JSON.stringify(recipe.settings)}\``,
    ...mine.flatMap((named) => [
      `### ${named.plot.title}`,
      named.plot.about,
      picture(named),
      ...wordsOf(named.plot.id, figures.report),
      named.plot.id === 'distributions'
        ? `Figures: [${named.file}.csv](${named.file}.csv)`
        : table(named.plot.table),
    ]),
    ...notMeasured(figures.report).map((name) => `Not measured: ${name}.`),
    '### Valid, unique, novel',
    `Of ${generation.circuits} generated circuits ${percent(identity.valid)} are valid (as many connections as the sampler asks), ${percent(identity.unique)} unique and ${percent(identity.novel)} novel beside the training circuits, however neurons are named; ${percent(identity.all)} all three.`,
    '### Kernels and generators',
    table({
      columns: ['statistic', 'distance', 'width', 'MMD² training, test'],
      rows: generation.statistics.map(({ id, distance, width, trainTest }) => [
        id,
        distance,
        width,
        trainTest,
      ]),
    }),
    table({
      columns: ['generator', 'how'],
      rows: generation.generators.map(({ id }) => [generators[id].name, generators[id].about]),
    }),
  ];
}

/** What is said of the goals under a plot. */
function wordsOf(plot: string, { generation, directions, orders, ...more }: ModelReport): string[] {
  switch (plot) {
    case 'generation':
      return verdictWords(generation);
    case 'directions-purified':
      return directions ? directionsWords(directions) : [];
    case 'orders':
      return orders ? ordersWords(orders) : [];
    case 'function':
      return more.function ? functionWords(more.function) : [];
    default:
      return [];
  }
}

function picture({ file, plot }: NamedPlot): string {
  return `![${plot.title}](${file}.svg)`;
}

function table({ columns, rows }: PlotTable): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const written = (cell: Cell) => (typeof cell === 'string' ? cell : shortNumber(cell));
  return [
    row(columns),
    row(columns.map(() => '---')),
    ...rows.map((cells) => row(cells.map(written))),
  ].join('\n');
}
