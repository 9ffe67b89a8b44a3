import type { Circuit } from '~/core/decoder/index.ts';
import { circlePlaces, forcePlaces, standardised, truePlaces, type Places } from './layout.ts';
import type { CircuitPicture } from './neurons-view.ts';

export type LayoutId = 'positions' | 'force';

/** Places of a circuit under a layout, and what they were made for. */
export interface Laid {
  readonly layout: LayoutId;
  readonly neurons: CircuitPicture['neurons'];
  readonly circuit: Circuit;
  readonly places: Places;
}

const following = 6;
/** Steps cost n²: 200 at n 64, 30 at n 256, some 10 ms each way, so that a frame is not lost. */
const fromScratch = (n: number) => Math.max(30, Math.min(200, Math.ceil(8e5 / n ** 2)));

/**
 * Places for the circuit at hand. True positions stay while the neurons do; a force layout starts from them once and then
 * follows each new circuit of the same neurons in a few steps, so that nothing jumps while a probe is dragged.
 */
export function follow(last: Laid | null, layout: LayoutId, picture: CircuitPicture): Laid {
  const { circuit, neurons } = picture;
  const same = last?.layout === layout && last.neurons === neurons;
  if (same && (last.circuit === circuit || layout === 'positions'))
    return last.circuit === circuit ? last : { ...last, circuit };
  if (layout === 'positions' && picture.hasPositions)
    return { layout, neurons, circuit, places: truePlaces(neurons) };
  const start = same ? last.places : standardised(startOf(picture));
  const steps = same ? following : fromScratch(circuit.n);
  return { layout, neurons, circuit, places: forcePlaces(circuit, start, steps) };
}

function startOf({ circuit, neurons, hasPositions }: CircuitPicture): Places {
  return hasPositions ? truePlaces(neurons) : circlePlaces(circuit.n);
}
