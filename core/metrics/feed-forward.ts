import { defineMetric, ratio } from './metric.ts';

export const feedForward = defineMetric({
  id: 'feed_forward',
  name: 'Feed-forward closure',
  family: 'Closure',
  unit: 'share of two-step paths',
  formula: 'paths i -> j -> k with i -> k / all paths',
  about: 'How often a two-step path has a shortcut in its own direction.',
  source: 'Milo et al. 2002, Science 298, 824',
  compute: ({ census: { feedForward, paths } }) =>
    ratio(feedForward, paths, 'no paths of two steps'),
});
