export type Side = 'neurons' | 'connections';
export const sides: readonly Side[] = ['neurons', 'connections'];

const connectionWords = /connect|edge|synap|link|wiring|adjac/i;
const neuronWords = /neuron|node|cell|soma/i;

/**
 * Which of the two tables each dropped file is, by its name; what the names leave open goes to the free side.
 * At most one file a side.
 */
export function guessSides<F extends { name: string }>(
  files: readonly F[],
  taken: Partial<Record<Side, F>>,
): Partial<Record<Side, F>> {
  const placed: Partial<Record<Side, F>> = {};
  const open: F[] = [];
  for (const file of files) {
    if (connectionWords.test(file.name) && !placed.connections) placed.connections = file;
    else if (neuronWords.test(file.name) && !placed.neurons) placed.neurons = file;
    else open.push(file);
  }
  for (const file of open) {
    const free =
      sides.find((side) => !placed[side] && !taken[side]) ?? sides.find((side) => !placed[side]);
    if (free) placed[free] = file;
  }
  return { ...taken, ...placed };
}
