import { nullModels } from './index.ts';

/** The null models as a page of text, made from the definitions; docs/nulls.md holds it. */
export function describeNulls(): string {
  return [
    '# Null models',
    'Made from the definitions in `core/nulls` by its test with UPDATE_VECTORS=1. Each draw has its own stream of random numbers (seed, number of the draw), the same in browser and worker. Self-edges stay where they are.',
    ...nullModels.map(({ id, name, keeps, about, source, parameters }) =>
      [
        `**${name}** (\`${id}\`) keeps ${keeps}.`,
        about,
        ...(parameters.length > 0
          ? [`Fixed: ${parameters.map((p) => `${p.name} ${p.value} (${p.about})`).join(', ')}.`]
          : []),
        `${source}.`,
      ].join('\n'),
    ),
  ]
    .join('\n\n')
    .concat('\n');
}
