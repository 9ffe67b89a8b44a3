import type { Facts } from './facts.ts';
import { defineMetric, notDefined, type Value } from './metric.ts';

const source = 'Horn & Johnson 2013, Matrix Analysis, 8.4';

function withModuli(facts: Facts, measure: (moduli: Float64Array) => Value): Value {
  return facts.moduli ? measure(facts.moduli) : notDefined('the eigenvalues were not found');
}

export const spectralRadius = defineMetric({
  id: 'spectral_radius',
  name: 'Spectral radius',
  family: 'Spectrum',
  unit: 'of the 0/1 matrix',
  range: [0, null],
  formula: 'max |λ|, λ eigenvalues of A',
  about:
    'How fast activity that is passed on along every connection would grow. 0 without any loop, 1 for a ring, N - 1 when all are connected. Signs and strengths are not counted.',
  source,
  compute: (facts) =>
    facts.circuit.n === 0
      ? notDefined('no neurons')
      : withModuli(facts, (moduli) => moduli[0] ?? 0),
});

export const spectralGap = defineMetric({
  id: 'spectral_gap',
  name: 'Spectral gap',
  family: 'Spectrum',
  unit: 'share of the radius',
  formula: '(|λ1| - |λ2|) / |λ1|, the two greatest moduli of the eigenvalues of A',
  about:
    'How clearly one pattern of activity outgrows all others. 0 for a ring, near 1 when all are connected evenly. Of the directed 0/1 matrix itself, not of a Laplacian.',
  source,
  compute: (facts) =>
    withModuli(facts, (moduli) => {
      const [first = 0, second = 0] = moduli;
      if (first === 0) return notDefined('no loops');
      // A ring's moduli are equal but for rounding.
      return Math.max(0, (first - second) / first);
    }),
});

export const nonNormality = defineMetric({
  id: 'non_normality',
  name: 'Non-normality',
  family: 'Spectrum',
  unit: 'share of the Frobenius norm',
  formula: 'sqrt(|A|² - sum of |λ|²) / |A|, with |A|² = E',
  about:
    'How much of the wiring passes activity on without returning it (Henrici’s departure from normality, over the norm). 0 when the matrix is normal, as for mutual connections only; 1 without any loop.',
  source:
    'Henrici 1962, Numer. Math. 4, 24; Asllani, Lambiotte & Carletti 2018, Sci. Adv. 4, eaau9403',
  compute: (facts) => {
    const { edges } = facts.census;
    if (edges === 0) return notDefined('no connections');
    return withModuli(facts, (moduli) => {
      const within = moduli.reduce((sum, modulus) => sum + modulus ** 2, 0);
      return Math.sqrt(Math.max(0, 1 - within / edges));
    });
  },
});
