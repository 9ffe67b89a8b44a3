import type { Pin } from '~/core/contracts/index.ts';
import { sizeOf, type LatentMap } from '~/core/latent/index.ts';

/** Whether a pin's edges are among as many neurons as the circuit of the map that it names has. */
export function wires({ n, probe }: Pin, map: LatentMap): boolean {
  return probe.conditions < map.circuits && n === sizeOf(map, probe.conditions);
}

/** Whether a pin is of this very model, so that it can be shown on its map. */
export function pinFits(pin: Pin, map: LatentMap, modelSha256: string): boolean {
  return pin.model === modelSha256 && wires(pin, map);
}
