import type { SamplingRecipe } from '../../contracts/index.ts';
import type { SamplingMethod } from './method.ts';
import { nearest } from './nearest.ts';
import { neighbourhood } from './neighbourhood.ts';

/** Every way to gather a circuit, by its id in recipes. */
export const samplingMethods: Record<SamplingRecipe['method'], SamplingMethod> = {
  nearest,
  neighbourhood,
};
