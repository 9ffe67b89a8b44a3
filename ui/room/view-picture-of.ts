import type { Plane, ViewPicture } from '~/core/contracts/index.ts';
import { toBase64 } from '~/core/exchange/bits.ts';
import { project, projectAll, type LatentMap, type Neuron } from '~/core/latent/index.ts';

type Scene = {
  map: LatentMap;
  plane: Plane;
  z: readonly number[];
  neurons: readonly Neuron[];
  hasPositions: boolean;
};

const mostPoints = 600;

/** The small picture of a view: where the probe stands among circuits of the map, and where its neurons lie. */
export function viewPictureOf({ map, plane, z, neurons, hasPositions }: Scene): ViewPicture {
  const places = projectAll(plane, map.z, map.dimensions);
  const step = Math.max(1, Math.ceil(map.circuits / mostPoints));
  const points: [number, number][] = [];
  for (let k = 0; k < map.circuits; k += step)
    points.push([places[2 * k] ?? 0, -(places[2 * k + 1] ?? 0)]); // t is upward, bytes go down
  const [s, t] = project(plane, z);
  const onMap = asBytes(points);
  const lie = neurons.map(({ x, y }): [number, number] => [x, y]);
  return {
    map: toBase64(Uint8Array.from(points.flatMap(onMap))),
    probe: onMap([s, -t]),
    neurons: hasPositions ? toBase64(Uint8Array.from(lie.flatMap(asBytes(lie)))) : '',
    classes: neurons.map((neuron) => (/^[EI]$/.exec(neuron.class) ? neuron.class : '?')).join(''),
  };
}

/** Places of both axes on one scale, the whole of these points from 0 to 255; what lies outside stands at the edge. */
function asBytes(
  points: readonly (readonly [number, number])[],
): (point: readonly [number, number]) => [number, number] {
  const range = (axis: 0 | 1): [number, number] => {
    const values = points.map((point) => point[axis]);
    return [Math.min(...values), Math.max(...values)];
  };
  const [left, right] = range(0);
  const [top, bottom] = range(1);
  const span = Math.max(right - left, bottom - top) || 1;
  const byte = (value: number, from: number, to: number) =>
    Math.round(Math.min(255, Math.max(0, 127.5 + ((value - (from + to) / 2) / span) * 255)));
  return ([x, y]) => [byte(x, left, right), byte(y, top, bottom)];
}
