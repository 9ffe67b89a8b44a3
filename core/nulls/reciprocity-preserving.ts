import type { NullModel } from './null-model.ts';
import { rewiringBy, rewiringParameters, type Attempt, type Rewired } from './rewiring.ts';

const code = 3;

/**
 * With a -> b and c -> d: b and d exchange all that joins them to a and c, where that leaves to each of the four what
 * it had of one-way and mutual partners. A plain swap is the case in which a, d and c, b are not joined.
 */
const swap: Attempt = (wiring, first, second) => {
  const [a = 0, b = 0] = [wiring.pre[first], wiring.post[first]];
  const [c = 0, d = 0] = [wiring.pre[second], wiring.post[second]];
  if (a === c || a === d || b === c || b === d) return;
  if (wiring.between(a, b) !== wiring.between(c, d)) return;
  if (wiring.between(a, d) !== wiring.between(c, b)) return;
  exchange(wiring, b, d, [a, c], false);
};

/** With a -> b and c -> d: b and c exchange all that joins them to a and d and to each other, where either keeps what it had. */
const turn: Attempt = (wiring, first, second) => {
  const [a = 0, b = 0] = [wiring.pre[first], wiring.post[first]];
  const [c = 0, d = 0] = [wiring.pre[second], wiring.post[second]];
  if (b === c || a === c || b === d) return;
  const partners = a === d ? [a] : [a, d];
  // Ways of being joined, counted in three bits each.
  const tally = (one: number, other: number) =>
    partners.reduce(
      (sum, partner) => sum + (1 << (3 * wiring.between(one, partner))),
      1 << (3 * wiring.between(one, other)),
    );
  if (tally(b, c) === tally(c, b)) exchange(wiring, b, c, partners, true);
};

/** Neurons p and q change places in what joins them to the partners, and if asked to each other. */
function exchange(wiring: Rewired, p: number, q: number, partners: number[], inner: boolean) {
  const moved: [slot: number, pre: number, post: number][] = [];
  const arrow = (pre: number, post: number, newPre: number, newPost: number) => {
    if (wiring.has(pre, post)) moved.push([wiring.slotOf(pre, post), newPre, newPost]);
  };
  for (const partner of partners) {
    arrow(partner, p, partner, q);
    arrow(p, partner, q, partner);
    arrow(partner, q, partner, p);
    arrow(q, partner, p, partner);
  }
  if (inner) {
    arrow(p, q, q, p);
    arrow(q, p, p, q);
  }
  for (const [slot] of moved) wiring.take(slot);
  for (const [slot, pre, post] of moved) wiring.put(slot, pre, post);
}

export const reciprocityPreserving: NullModel<'reciprocity'> = {
  id: 'reciprocity',
  code,
  name: 'Degrees and reciprocity kept',
  keeps: 'the numbers of one-way inputs, one-way outputs and mutual partners of every neuron',
  about:
    'As with degrees kept, but what is one-way stays one-way and what is mutual stays mutual. All circuits that these exchanges reach are equally likely. Whether that is every circuit with these numbers is not proven, and with five neurons it is not always so.',
  source:
    'Milo et al. 2002, Science 298, 824; Zamora-López et al. 2008, Phys. Rev. E 77, 016106; the exchanges are trades as of Strona et al. 2014, Nat. Commun. 5, 4114',
  parameters: rewiringParameters,
  prepare: rewiringBy(code, { swap, turn }),
};
