import { closings, type Closing } from './directed-triangles.ts';
import { defineMetric, ratio, type Metric } from './metric.ts';

const through = 'k_in k_out - k_both';
const forms = {
  cycle: {
    form: 'i -> j -> k -> i',
    possible: through,
    about: 'loops of three through it',
    reason: 'no neuron is between two others',
  },
  middleman: {
    form: 'j -> i -> k with j -> k',
    possible: through,
    about: 'shortcuts past it',
    reason: 'no neuron is between two others',
  },
  in: {
    form: 'j -> i <- k with j -> k',
    possible: 'k_in (k_in - 1)',
    about: 'connections among those that it listens to',
    reason: 'no neuron receives from two others',
  },
  out: {
    form: 'j <- i -> k with j -> k',
    possible: 'k_out (k_out - 1)',
    about: 'connections among those that it speaks to',
    reason: 'no neuron sends to two others',
  },
} satisfies Record<Closing, Record<string, string>>;

/** The four kinds of directed clustering, as means over neurons; sums over neurons first would repeat cycles and feed-forward closure. */
export const directedClustering: readonly Metric<`clustering_${Closing}`>[] = closings.map(
  (kind) => {
    const { form, possible, about, reason } = forms[kind];
    return defineMetric({
      id: `clustering_${kind}`,
      name: `Clustering, ${kind}`,
      family: 'Closure',
      unit: 'mean share over neurons',
      formula: `mean over neurons i of (triangles ${form}) / (${possible}), where that is not 0`,
      about: `For each neuron, ${about} over all that could be; then the mean over the neurons at which any could be.`,
      source:
        'Fagiolo 2007, Phys. Rev. E 76, 026107; neurons where none could be left out as in Kaiser 2008, New J. Phys. 10, 083042',
      compute: ({ directedClustering: found }) =>
        ratio(found[kind].sum, found[kind].neurons, reason),
    });
  },
);
