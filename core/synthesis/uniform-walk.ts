import type { Circuit } from '../decoder/circuit.ts';
import { Generator, streams } from '../random.ts';
import { guidedWalk, type Walked, type WalkPlan } from './guided-walk.ts';
import { uniformProposals } from './proposals.ts';
import type { Target } from './target.ts';

/**
 * What synthesis is to be compared with: the same walk by somebody who knows no model. It starts from `edges` connections
 * anywhere (Erdős & Rényi 1959) and every change of every pair is as likely.
 */
export function uniformWalk(
  n: number,
  edges: number,
  target: Target,
  seed: number,
  plan: WalkPlan,
): Walked {
  const random = new Generator(seed, streams.synthesis, 0, 1);
  return guidedWalk(randomCircuit(n, edges, random), uniformProposals(n), target, random, plan);
}

/** All circuits of so many connections equally likely, without self-edges. */
function randomCircuit(n: number, edges: number, random: Generator): Circuit {
  const adjacency = new Uint8Array(n * n);
  const wanted = Math.min(n * (n - 1), Math.max(0, Math.round(edges)));
  for (let made = 0; made < wanted;) {
    const pair = random.nextInt(n * n);
    if (adjacency[pair] || Math.floor(pair / n) === pair % n) continue;
    adjacency[pair] = 1;
    made++;
  }
  return { n, adjacency };
}
