import { defineMetric, notDefined } from './metric.ts';

export const connectionLength = defineMetric({
  id: 'connection_length',
  name: 'Mean connection length',
  family: 'Space and class',
  unit: 'µm',
  needs: 'positions',
  range: [0, null],
  formula: 'mean over connections of |x_post - x_pre|',
  about: 'The straight distance between the somata of connected neurons.',
  source: 'Holmgren et al. 2003, J. Physiol. 551, 139',
  compute: ({ circuit: { n, adjacency }, census, subject: { positions } }) => {
    if (!positions) return notDefined('no positions');
    if (census.edges === 0) return notDefined('no connections');
    let sum = 0;
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++)
        if (i !== j && adjacency[i * n + j]) sum += distance(positions, i, j);
    return sum / census.edges;
  },
});

/** Between the somata of neurons i and j, µm. */
export function distance(positions: ArrayLike<number>, i: number, j: number): number {
  const along = (axis: number) => (positions[3 * i + axis] ?? 0) - (positions[3 * j + axis] ?? 0);
  return Math.hypot(along(0), along(1), along(2));
}
