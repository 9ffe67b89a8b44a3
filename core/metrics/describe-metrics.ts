import { structureMetrics } from './catalogue.ts';
import { families, type Metric } from './metric.ts';

/** The catalogue as a page of text, made from the definitions; docs/structure.md holds it. */
export function describeMetrics(): string {
  const all: readonly Metric[] = structureMetrics;
  return [
    '# Structure metrics',
    'Made from the definitions in `core/metrics` by its test with UPDATE_VECTORS=1. Self-edges never count. Where a metric is not defined for a circuit, the reason is said in place of a number.',
    ...families.flatMap((family) => [
      `## ${family}`,
      ...all.filter((metric) => metric.family === family).map(entryOf),
    ]),
  ]
    .join('\n\n')
    .concat('\n');
}

function entryOf({ id, name, unit, formula, about, source, range, parameters }: Metric): string {
  const [least, greatest] = range;
  const chosen = parameters.map(
    (parameter) => `${parameter.name} ${parameter.value} (${parameter.about})`,
  );
  return [
    `**${name}** (\`${id}\`; ${unit}; ${least ?? 'no least'} to ${greatest ?? 'no greatest'}). ${about}`,
    `\`${formula}\``,
    ...(chosen.length > 0 ? [`Fixed: ${chosen.join(', ')}.`] : []),
    source.endsWith('.') ? source : `${source}.`,
  ].join('\n');
}
