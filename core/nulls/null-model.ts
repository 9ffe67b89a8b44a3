import type { Circuit } from '../decoder/circuit.ts';
import type { NotDefined, Parameter, Subject } from '../metrics/index.ts';

/** A circuit with the kind of each neuron [N], such as class and layer; distance x type tells them apart. */
export type NullSubject = Subject & { readonly kinds?: readonly string[] | undefined };

/** Draw number `index` under a seed, independent of all others. Self-edges stay where they are. */
export type NullDraw = (seed: number, index: number) => Circuit;

/** Something a circuit is compared with: menus, help and the worker's tests are made from this. */
export type NullModel<Id extends string = string> = {
  readonly id: Id;
  /** b of its stream of random numbers */
  readonly code: number;
  readonly name: string;
  /** what every draw has in common with the circuit */
  readonly keeps: string;
  readonly about: string;
  readonly source: string;
  readonly parameters: readonly Parameter[];
  /** Looks at the circuit once; draws follow. Not defined where something that it needs is not known. */
  readonly prepare: (subject: NullSubject) => NullDraw | NotDefined;
};

/** Words about a choice of the algorithm, not of people. */
export function fixed(name: string, value: number, about: string): Parameter {
  return { name, value, about };
}

/** Connections [pre, post] by pre and then post, without self-edges. */
export function connectionsOf({ n, adjacency }: Circuit): [pre: number, post: number][] {
  const found: [number, number][] = [];
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) if (i !== j && adjacency[i * n + j]) found.push([i, j]);
  return found;
}

/** The circuit with its self-edges alone. */
export function selfEdgesOf({ n, adjacency }: Circuit): Uint8Array<ArrayBuffer> {
  const kept = new Uint8Array(n * n);
  for (let i = 0; i < n; i++) kept[i * n + i] = adjacency[i * n + i] ?? 0;
  return kept;
}
