import type { Circuit } from '../decoder/circuit.ts';
import { takeCensus, type Census } from './census.ts';
import { clusteringByNeuron, type DirectedClustering } from './directed-triangles.ts';
import { shortestPaths, type ShortestPaths } from './shortest-paths.ts';
import { moduliOf } from './spectrum.ts';
import { countTriads, type TriadName } from './triads.ts';

/** A circuit with what is known of its neurons: positions [N * 3] in µm, class texts [N], '' where unknown. */
export type Subject = {
  readonly circuit: Circuit;
  readonly positions?: ArrayLike<number> | undefined;
  readonly classes?: readonly string[] | undefined;
};

/** What several metrics need of one circuit; each is worked out when first asked for, and once. */
export class Facts {
  readonly circuit: Circuit;
  #census: Census | undefined;
  #closing: DirectedClustering | undefined;
  #paths: ShortestPaths | undefined;
  #moduli: Float64Array | null | undefined;
  #triads: Record<TriadName, number> | undefined;

  constructor(readonly subject: Subject) {
    this.circuit = subject.circuit;
  }

  get census(): Census {
    return (this.#census ??= takeCensus(this.circuit));
  }

  get directedClustering(): DirectedClustering {
    return (this.#closing ??= clusteringByNeuron(this.circuit));
  }

  get paths(): ShortestPaths {
    return (this.#paths ??= shortestPaths(this.circuit));
  }

  /** Moduli of the eigenvalues, greatest first [N]; null when they were not found. */
  get moduli(): Float64Array | null {
    if (this.#moduli === undefined) this.#moduli = moduliOf(this.circuit, this.paths.component);
    return this.#moduli;
  }

  get triads(): Record<TriadName, number> {
    return (this.#triads ??= countTriads(this.circuit));
  }
}
