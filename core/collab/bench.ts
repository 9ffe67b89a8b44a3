import type * as Y from 'yjs';
import { z } from 'zod';
import { unpackAdjacency } from '../exchange/bits.ts';
import { seed } from '../contracts/ids.ts';
import { pin, plane } from '../contracts/room.ts';
import type { Pin, Plane } from '../contracts/room.ts';
import { structureMetrics, type StructureMetricId } from '../metrics/index.ts';

/** What everyone in a room looks through. A field is null until somebody has set it to something valid. */
export interface SharedView {
  plane: Plane | null;
  seed: number | null;
  color: StructureMetricId | null;
}

/** The two roots of a room's document; nothing else in it has a meaning. */
export const sharedMap = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('shared');
export const benchArray = (doc: Y.Doc): Y.Array<unknown> => doc.getArray('bench');

const structureMetricId = z.enum(structureMetrics.map(({ id }) => id));
const contract = { plane, seed, color: structureMetricId };

/** Whether a field of the shared view may say this. */
export const isShareable = (field: keyof SharedView, value: unknown): boolean =>
  contract[field].safeParse(value).success;

/** Reading never throws: anyone may have written anything, so what is malformed counts as not there. */
export function readShared(doc: Y.Doc): SharedView {
  const map = sharedMap(doc);
  return {
    plane: contract.plane.safeParse(map.get('plane')).data ?? null,
    seed: contract.seed.safeParse(map.get('seed')).data ?? null,
    color: contract.color.safeParse(map.get('color')).data ?? null,
  };
}

/** What a stored value says, kept with it: a bench of hundreds is read anew at each change of one pin. */
const readValues = new WeakMap<object, Pin | null>();

/**
 * The valid pins in bench order; of two with one id (a move met a rename) the later counts. A pin that has not
 * changed is the same object as before.
 */
export function readBench(doc: Y.Doc): Pin[] {
  const pins = new Map<string, Pin>();
  for (const value of benchArray(doc)) {
    const read = readPin(value);
    if (!read) continue;
    pins.delete(read.id);
    pins.set(read.id, read);
  }
  return [...pins.values()];
}

function readPin(value: unknown): Pin | null {
  if (typeof value !== 'object' || value === null) return null;
  const known = readValues.get(value);
  if (known !== undefined) return known;
  const { data } = pin.safeParse(value);
  const read = data && isWhole(data) ? data : null;
  readValues.set(value, read);
  return read;
}

/** Whether the stored edges are those of n neurons. */
function isWhole(value: Pin): boolean {
  try {
    unpackAdjacency(value.adjacency, value.n);
    return true;
  } catch {
    return false;
  }
}

/** Writes one field of the shared view as `origin`; nothing when it says so already, or when nobody could read it. */
export function setShared<K extends keyof SharedView>(
  doc: Y.Doc,
  field: K,
  value: NonNullable<SharedView[K]>,
  origin: unknown,
): void {
  const map = sharedMap(doc);
  if (!isShareable(field, value)) return;
  if (JSON.stringify(map.get(field)) === JSON.stringify(value)) return;
  doc.transact(() => map.set(field, value), origin);
}

export function addPin(doc: Y.Doc, value: Pin, origin: unknown): void {
  doc.transact(() => benchArray(doc).push([pin.parse(value)]), origin);
}

/** Removes every copy of a pin; unknown ids are no error, somebody else was quicker. */
export function removePin(doc: Y.Doc, pinId: string, origin: unknown): void {
  doc.transact(() => takeOut(benchArray(doc), pinId), origin);
}

export function renamePin(doc: Y.Doc, pinId: string, name: string, origin: unknown): void {
  replacePin(doc, pinId, origin, (found, index) => ({ value: { ...found, name }, index }));
}

/** Moves a pin so that it stands at `to` in the bench (clamped to its ends). */
export function movePin(doc: Y.Doc, pinId: string, to: number, origin: unknown): void {
  replacePin(doc, pinId, origin, (value) => ({ value, index: rawIndex(doc, pinId, to) }));
}

/** Pins are plain values: to change one is to put another in its place, in one transaction. */
export function replacePin(
  doc: Y.Doc,
  pinId: string,
  origin: unknown,
  next: (found: Pin, index: number) => { value: Pin; index: number },
): void {
  const found = readBench(doc).find((candidate) => candidate.id === pinId);
  if (found === undefined) return;
  const array = benchArray(doc);
  doc.transact(() => {
    const { value, index } = next(found, indexOf(array, pinId));
    const checked = pin.parse(value);
    const before = array
      .toArray()
      .slice(0, index)
      .filter((entry) => idOf(entry) === pinId).length;
    takeOut(array, pinId);
    array.insert(Math.min(index - before, array.length), [checked]);
  }, origin);
}

/** Array index (malformed entries counted) before which bench position `to` stands once the pin is out. */
function rawIndex(doc: Y.Doc, pinId: string, to: number): number {
  const others = readBench(doc).filter((candidate) => candidate.id !== pinId);
  const neighbour = others[Math.max(0, to)];
  const array = benchArray(doc);
  return neighbour === undefined ? array.length : indexOf(array, neighbour.id);
}

const idOf = (entry: unknown): unknown =>
  typeof entry === 'object' && entry !== null && 'id' in entry ? entry.id : undefined;

/** Of several copies the last is the one that counts, as in `readBench`. */
const indexOf = (array: Y.Array<unknown>, pinId: string): number =>
  array.toArray().findLastIndex((entry) => idOf(entry) === pinId);

function takeOut(array: Y.Array<unknown>, pinId: string): void {
  for (let index = array.length - 1; index >= 0; index--) {
    if (idOf(array.get(index)) === pinId) array.delete(index, 1);
  }
}
