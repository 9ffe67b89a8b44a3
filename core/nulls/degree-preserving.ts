import type { NullModel } from './null-model.ts';
import { rewiringBy, rewiringParameters, type Attempt } from './rewiring.ts';

const code = 2;

/** a -> b and c -> d become a -> d and c -> b. */
const swap: Attempt = (wiring, first, second) => {
  const [a = 0, b = 0] = [wiring.pre[first], wiring.post[first]];
  const [c = 0, d = 0] = [wiring.pre[second], wiring.post[second]];
  if (a === d || c === b || wiring.has(a, d) || wiring.has(c, b)) return;
  wiring.take(first);
  wiring.take(second);
  wiring.put(first, a, d);
  wiring.put(second, c, b);
};

/**
 * a -> b -> c -> d becomes a -> c -> b -> d; where d is a, a loop of three is turned around. Swaps alone do not reach
 * every circuit of the same degrees; with loops of three they do.
 */
const turn: Attempt = (wiring, first, second) => {
  const [a = 0, b = 0] = [wiring.pre[first], wiring.post[first]];
  const [c = 0, d = 0] = [wiring.pre[second], wiring.post[second]];
  if (b === c || a === c || b === d || !wiring.has(b, c)) return;
  if (wiring.has(c, b) || wiring.has(a, c) || wiring.has(b, d)) return;
  const middle = wiring.slotOf(b, c);
  for (const slot of [first, middle, second]) wiring.take(slot);
  wiring.put(first, a, c);
  wiring.put(middle, c, b);
  wiring.put(second, b, d);
};

export const degreePreserving: NullModel<'degree'> = {
  id: 'degree',
  code,
  name: 'Degrees kept',
  keeps: 'the in- and out-degree of every neuron',
  about:
    'Pairs of connections exchange their targets, and loops of three are turned around, until nothing but the degrees is left. All circuits with these degrees are equally likely.',
  source:
    'Maslov & Sneppen 2002, Science 296, 910; loops of three: Rao, Jana & Bandyopadhyay 1996, Sankhyā A 58, 225; Erdős, Miklós & Toroczkai 2010, Electron. J. Combin. 17, R66; Berger & Müller-Hannemann 2010, LNCS 6410, 220',
  parameters: rewiringParameters,
  prepare: rewiringBy(code, { swap, turn }),
};
