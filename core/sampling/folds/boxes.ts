import type { BlockFolds } from '../../contracts/index.ts';
import { SamplingError } from '../sampling-error.ts';

/** A box in the plane of two axes, µm; open to infinity at the edge of the tissue, so that boxes fill the plane. */
export type Box = { from: [number, number]; to: [number, number] };

export type Boxes = {
  /** [K] index of a neuron's box: that of its column times boxes a column, plus that within the column */
  boxOf: Int32Array;
  boxes: Box[];
};

/**
 * Columns of equal neuron count across the first axis, each cut into boxes of equal count across the second.
 *
 * @param position [K, 3] µm
 * @throws SamplingError when there are fewer neurons than boxes, or the axes are one and the same.
 */
export function cutBoxes(
  position: Float32Array | Float64Array,
  { axes, across }: Pick<BlockFolds, 'axes' | 'across'>,
): Boxes {
  const count = position.length / 3;
  const parts = across[0] * across[1];
  if (axes[0] === axes[1])
    throw new SamplingError(`Blocks are cut across two axes; ${axes[0]} is named twice.`);
  if (count < parts)
    throw new SamplingError(`${count} neurons cannot fill ${parts} blocks; ask for fewer blocks.`);
  const [first, second] = axes.map((name) => {
    const axis = { x: 0, y: 1, z: 2 }[name];
    return (row: number) => position[3 * row + axis] ?? 0;
  });
  const boxOf = new Int32Array(count);
  const boxes: Box[] = [];
  const columns = cut(
    Int32Array.from({ length: count }, (_, row) => row),
    across[0],
    first,
  );
  for (const column of columns)
    for (const box of cut(column.rows, across[1], second)) {
      for (const row of box.rows) boxOf[row] = boxes.length;
      boxes.push({ from: [column.from, box.from], to: [column.to, box.to] });
    }
  return { boxOf, boxes };
}

type Part = { rows: Int32Array; from: number; to: number };

/** Parts of equal count in the order of a coordinate, cut half way between neighbours; ties go by row. */
function cut(rows: Int32Array, parts: number, at: (row: number) => number = () => 0): Part[] {
  const order = rows.slice().sort((a, b) => at(a) - at(b) || a - b);
  const start = (part: number) => Math.ceil((part * order.length) / parts);
  const between = (rank: number) => (at(order[rank - 1] ?? 0) + at(order[rank] ?? 0)) / 2;
  return Array.from({ length: parts }, (_, part) => ({
    rows: order.subarray(start(part), start(part + 1)),
    from: part === 0 ? -Infinity : between(start(part)),
    to: part === parts - 1 ? Infinity : between(start(part + 1)),
  }));
}
