'use client';
import { useEffect, useMemo, useState } from 'react';
import type { ReservoirProtocol } from '~/core/contracts/index.ts';
import { reservoirWeights, spectralRadius } from '~/core/reservoir/index.ts';
import type { NullsOf } from '~/ui/decode/index.ts';
import { withScore, type Point } from './curve-points.ts';
import { createScorer } from './function-client.ts';

/** A circuit with what its neurons are. */
export type Scored = NullsOf;

type Progress = { of: object | null; points: readonly Point[]; scores: number };
const nothing: Progress = { of: null, points: [], scores: 0 };

/** How long a circuit must stand still before it is scored, ms. */
const rest = 200;

/**
 * The growing curve of a circuit under a protocol, scored in a worker; null: nothing is scored.
 * `cyclic` is false for a circuit without cycles, which has no spectral radius to scale and no curve.
 */
export function useCurve(scored: Scored | null, protocol: ReservoirProtocol) {
  const [progress, setProgress] = useState(nothing);
  const request = useMemo(() => {
    if (!scored) return null;
    const inhibitory = scored.neurons.map((neuron) => neuron.class === 'I');
    const weights = reservoirWeights(scored.circuit, protocol.signed ? inhibitory : null);
    return { weights, protocol, cyclic: spectralRadius(weights) > 0 };
  }, [scored, protocol]);

  useEffect(() => {
    if (!request?.cyclic) return;
    const scorer = createScorer();
    let wanted = true;
    const start = setTimeout(() => {
      void scorer.score(request.weights, request.protocol, (score) => {
        // One told while the worker was being ended belongs to no curve on screen.
        if (!wanted) return;
        setProgress((before) => {
          const same = before.of === request;
          return {
            of: request,
            points: withScore(same ? before.points : [], score),
            scores: (same ? before.scores : 0) + 1,
          };
        });
      });
    }, rest);
    return () => {
      wanted = false;
      clearTimeout(start);
      scorer.dispose();
    };
  }, [request]);

  const current = progress.of === request ? progress : nothing;
  return {
    points: current.points,
    scores: current.scores,
    total: protocol.values.length * protocol.inputSeeds.length,
    cyclic: request?.cyclic ?? true,
  };
}
