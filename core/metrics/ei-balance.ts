import { defineMetric, notDefined, ratio } from './metric.ts';

export const eiBalance = defineMetric({
  id: 'ei_balance',
  name: 'E/I balance',
  family: 'Space and class',
  unit: 'mean over neurons',
  needs: 'classes',
  range: [-1, 1],
  scale: 'diverging',
  formula: 'mean over neurons of (e - i) / (e + i), inputs from E and I, where there are any',
  about:
    'How far the inputs of a neuron are excitatory rather than inhibitory: 0 when as many of either, 1 when all excitatory. Connections are counted, not weighed; inputs of unknown class are left out.',
  source: 'counted as in Iascone et al. 2020, Neuron 106, 566',
  compute: ({ circuit: { n, adjacency }, subject: { classes } }) => {
    if (!classes || !['E', 'I'].every((one) => classes.includes(one)))
      return notDefined('no neurons known to be excitatory and inhibitory');
    let [sum, neurons] = [0, 0];
    for (let post = 0; post < n; post++) {
      let [e, i] = [0, 0];
      for (let pre = 0; pre < n; pre++) {
        if (pre === post || !adjacency[pre * n + post]) continue;
        if (classes[pre] === 'E') e++;
        if (classes[pre] === 'I') i++;
      }
      if (e + i === 0) continue;
      sum += (e - i) / (e + i);
      neurons++;
    }
    return ratio(sum, neurons, 'no connections from neurons of known class');
  },
});
