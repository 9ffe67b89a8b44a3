import type { Folds } from '../../contracts/index.ts';

/** A way to cut tissue into folds that share no neuron and keep a gap; `Cut` is its part of a recipe. */
export type FoldMethod<Cut extends Folds = Folds> = {
  id: NonNullable<Folds['kind']>;
  name: string;
  about: string;
  /**
   * @param position [K, 3] µm
   * @returns [K] fold codes
   * @throws SamplingError when the cut does not fit the tissue.
   */
  codes(position: Float32Array, cut: Cut): Uint8Array<ArrayBuffer>;
};
