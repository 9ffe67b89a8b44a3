import { mostSelectable, type CircuitSelection } from '../contracts/direction.ts';
import { fromBase64, packBits, toBase64, unpackBits } from '../exchange/bits.ts';

/**
 * Circuits of a map as they are stored: a bit each, so that a selection of thousands takes no more than one of a few.
 * @param of circuits of the map @throws RangeError when the map is too large, or a circuit is not of it
 */
export function packSelection(circuits: readonly number[], of: number): CircuitSelection {
  if (of > mostSelectable)
    throw new RangeError(
      `This map has ${of} circuits; selections can be kept of maps of at most ${mostSelectable}.`,
    );
  const chosen = new Uint8Array(of);
  for (const circuit of circuits) {
    if (!(circuit >= 0 && circuit < of)) throw new RangeError(`The map has no circuit ${circuit}.`);
    chosen[circuit] = 1;
  }
  const count = chosen.reduce((sum, one) => sum + one, 0);
  return { bits: toBase64(packBits(chosen)), of, circuits: count };
}

/** The circuits of a stored selection, ascending, however it was stored. */
export function selectedCircuits(selection: CircuitSelection | readonly number[]): number[] {
  if (!('bits' in selection)) return [...selection];
  const chosen = unpackBits(fromBase64(selection.bits), selection.of);
  return Array.from(chosen.keys()).filter((circuit) => chosen[circuit]);
}

/** How many they are. */
export const selectedCount = (selection: CircuitSelection | readonly number[]): number =>
  'bits' in selection ? selection.circuits : selection.length;
