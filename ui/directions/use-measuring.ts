'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import {
  metricIds,
  scoreId,
  type DirectionProtocol,
  type MeasuredEffects,
  type ModelManifest,
} from '~/core/contracts/index.ts';
import {
  encodedOf,
  measureEffects,
  spreadOut,
  usualShown,
  usualSteps,
} from '~/core/directions/index.ts';
import type { LatentMap } from '~/core/latent/index.ts';
import { DecoderClosed, type Decoder } from '~/ui/decode/index.ts';
import type { Steerable } from './direction.ts';
import { Stopped } from './effects-client.ts';
import { openHeldOut } from './held-out.ts';

/** How many held-out circuits, and how many individuals of each. */
export const heldOut = { circuits: usualShown, individuals: 4, seed: 1 };

export type Measuring = {
  /** Effects measured here, by direction; those of the one under way grow circuit by circuit. */
  readonly effects: ReadonlyMap<string, MeasuredEffects>;
  /** Share of the whole question done; null: nothing is being measured. */
  readonly progress: number | null;
  readonly error: string | null;
  readonly measure: (directions: readonly Steerable[]) => Promise<void>;
  readonly stop: () => void;
};

/** Standard deviations of the training circuits, in the order of `metricIds`. */
export function deviationsOf(manifest: ModelManifest) {
  return metricIds.map((id) => ({
    id,
    sd: manifest.metrics.find(({ metric }) => metric === id)?.sd ?? NaN,
  }));
}

/** A score takes far longer than the metrics, so a direction of one is measured at fewer steps and individuals. */
const scored = { steps: [-2, -1, 0, 1, 2], individuals: 2 };

/** The score that a direction of a function is measured by beside the metrics, in standard deviations as it was fitted. */
function scoreAlong(direction: DirectionProtocol) {
  if (direction.kind !== 'function' || !direction.sd) return null;
  const { protocol, sd } = direction;
  return { protocol, as: { id: scoreId(protocol.task), sd } };
}

/** Measures directions on the test fold, one after the other, as far as it is let. */
export function useMeasuring(
  decoder: Decoder | null,
  map: LatentMap,
  manifest: ModelManifest,
): Measuring {
  const [effects, setEffects] = useState<ReadonlyMap<string, MeasuredEffects>>(new Map());
  const [progress, setProgress] = useState<number | null>(null);
  const [error, setError] = useState<string | null>(null);
  const running = useRef<{ stop: () => void } | null>(null);

  const stop = useCallback(() => running.current?.stop(), []);
  useEffect(() => stop, [stop]);

  const measure = useCallback(
    async (directions: readonly Steerable[]) => {
      if (!decoder) return;
      running.current?.stop();
      const line = openHeldOut(decoder, map, manifest);
      running.current = line;
      const test = encodedOf(map, 'test');
      const from = { ...test, circuits: spreadOut(test.circuits, heldOut.circuits) };
      const metrics = deviationsOf(manifest);
      setError(null);
      setProgress(0);
      try {
        for (const [index, { id, vector, protocol }] of directions.entries()) {
          const score = scoreAlong(protocol);
          const question = {
            ...heldOut,
            ...(score ? scored : { steps: usualSteps }),
            vector,
            from,
            metrics: score ? [...metrics, score.as] : metrics,
            decode: line.decodeWith(score ? [score.protocol] : []),
          };
          for await (const found of measureEffects(question)) {
            setEffects((before) => new Map(before).set(id, found));
            const share = found.circuits / from.circuits.length;
            setProgress((index + share) / directions.length);
          }
        }
      } catch (failure) {
        if (!(failure instanceof Stopped) && !(failure instanceof DecoderClosed))
          setError(failure instanceof Error ? failure.message : 'Nothing could be measured.');
      } finally {
        line.stop();
        if (running.current === line) {
          running.current = null;
          setProgress(null);
        }
      }
    },
    [decoder, map, manifest],
  );
  return { effects, progress, error, measure, stop };
}
