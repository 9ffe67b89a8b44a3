'use client';

import { useEffect, useRef, useState } from 'react';
import type { Circuit } from '~/core/decoder/index.ts';
import type { Neuron } from '~/core/latent/index.ts';
import {
  distanceBins,
  kindsOf,
  type Comparison,
  type NullModelId,
  type NullSubject,
} from '~/core/nulls/index.ts';
import { createMeter, type Meter } from './metrics-client.ts';

export type NullsOf = {
  circuit: Circuit;
  neurons: readonly Neuron[];
  hasPositions: boolean;
};

/** How every null of a page is drawn. */
export const usualDraws = { draws: 200, seed: 1 } as const;
const { draws, seed } = usualDraws;
/** A circuit that a hand is still changing is not worth its null. */
const settled = 200;

/**
 * Metrics of a circuit beside 200 draws of a null, growing report by report in a worker; null until the first of this very
 * circuit and model. Nothing is asked while `model` is null.
 */
export function useNulls(
  of: NullsOf | null,
  model: NullModelId | null,
  every: boolean,
): Comparison | null {
  const meter = useRef<Meter | null>(null);
  const [found, setFound] = useState<{ comparison: Comparison; of: NullsOf; key: string } | null>(
    null,
  );
  const key = `${model ?? ''} ${every}`;

  useEffect(
    () => () => {
      meter.current?.dispose();
      meter.current = null;
    },
    [],
  );

  useEffect(() => {
    if (!of || !model) return;
    let stop: (() => void) | null = null;
    const begin = setTimeout(() => {
      meter.current ??= createMeter();
      const question = { subject: nullSubjectOf(of), model, every, draws, seed };
      stop = meter.current.besideNull(question, (comparison) =>
        setFound({ comparison, of, key: `${model} ${every}` }),
      );
    }, settled);
    return () => {
      clearTimeout(begin);
      stop?.();
    };
  }, [of, model, every]);

  return found?.of === of && found.key === key ? found.comparison : null;
}

/** A circuit with all that its nulls may need of its neurons. */
export function nullSubjectOf({ circuit, neurons, hasPositions }: NullsOf): NullSubject {
  return {
    circuit: { n: circuit.n, adjacency: circuit.adjacency },
    positions: hasPositions ? neurons.flatMap(({ x, y, z }) => [x, y, z]) : undefined,
    classes: neurons.map((neuron) => neuron.class),
    kinds: kindsOf(neurons, distanceBins),
  };
}
