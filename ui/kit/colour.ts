import { interpolateCividis, interpolateRdBu, interpolateViridis } from 'd3-scale-chromatic';

/** Perceptually uniform and readable for colour-blind people; `diverging` has a neutral middle. */
export const ramps = {
  viridis: interpolateViridis,
  cividis: interpolateCividis,
  diverging: (t: number) => interpolateRdBu(1 - t),
} as const;
export type Ramp = keyof typeof ramps;

/**
 * CSS colour of `value` between `from` and `to` (clamped); a value that is not defined has no colour.
 */
export function rampColour(ramp: Ramp, value: number, from: number, to: number): string | null {
  if (!Number.isFinite(value)) return null;
  const t = to > from ? (value - from) / (to - from) : 0.5;
  return ramps[ramp](Math.min(1, Math.max(0, t)));
}

/** What a neuron's class means for drawing: text as it stands in the data. */
export function classKind(value: string): 'excitatory' | 'inhibitory' | 'neutral' {
  const word = value.trim().toLowerCase();
  if (/^(e|exc|excitatory|glut.*|pyramidal)$/.test(word)) return 'excitatory';
  if (/^(i|inh|inhibitory|gaba.*|interneuron)$/.test(word)) return 'inhibitory';
  return 'neutral';
}
