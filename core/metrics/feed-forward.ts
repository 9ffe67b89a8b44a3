import { ratio, type Metric } from './metric.ts';

export const feedForward: Metric = {
  id: 'feed_forward',
  name: 'Feed-forward closure',
  unit: 'share of two-step paths',
  formula: 'paths i -> j -> k with i -> k / all paths',
  about: 'How often a two-step path has a shortcut in its own direction.',
  source: 'Milo et al. 2002, Science 298, 824',
  compute: ({ feedForward, paths }) => ratio(feedForward, paths),
};
