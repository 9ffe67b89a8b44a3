'use client';
import { useEffect, useRef, useState } from 'react';
import type { ReservoirProtocol } from '~/core/contracts/index.ts';
import type { NullModelId } from '~/core/nulls/index.ts';
import { nullSubjectOf, type NullsOf } from '~/ui/decode/index.ts';
import { createScorer } from './function-client.ts';
import { valuesInTurn, withNullScores, type NullScores } from './null-curve.ts';

/** Circuits drawn from the null for each radius. */
export const nullDraws = 50;
const seed = 1;

type Key = { of: NullsOf; protocol: ReservoirProtocol; model: NullModelId };
type Found = { key: Key; scores: NullScores; why: string | null };
const none: NullScores = new Map();

/**
 * Scores of circuits drawn from a null, growing in a worker: first at the chosen radius, then at the others. Another
 * radius goes on with what is known. Nothing is asked while `of` or `model` is null.
 */
export function useNullCurve(
  of: NullsOf | null,
  protocol: ReservoirProtocol,
  model: NullModelId | null,
  chosen: number,
): { scores: NullScores; why: string | null } {
  const [found, setFound] = useState<Found | null>(null);
  const known = useRef<Found | null>(null);

  useEffect(() => {
    if (!of || !model) return;
    const key = { of, protocol, model };
    const same = isSame(known.current, key) ? known.current : null;
    const keep = (next: Found) => {
      known.current = next;
      setFound(next);
    };
    const before = same?.scores ?? none;
    const values = valuesInTurn(protocol.values, chosen, before, nullDraws);
    if (values.length === 0 || same?.why) return;
    const scorer = createScorer();
    let wanted = true;
    let scores = before;
    const question = {
      subject: nullSubjectOf(of),
      model,
      protocol,
      values,
      draws: nullDraws,
      seed,
    };
    void scorer
      .scoreNulls(question, (told) => {
        // One told while the worker was being ended belongs to no curve on screen.
        if (!wanted) return;
        scores = withNullScores(scores, told);
        keep({ key, scores, why: null });
      })
      .then((reason) => {
        if (wanted && reason) keep({ key, scores, why: reason.notDefined });
      })
      .catch((error: unknown) => {
        if (wanted) keep({ key, scores, why: `The nulls could not be scored: ${String(error)}` });
      });
    return () => {
      wanted = false;
      scorer.dispose();
    };
  }, [of, protocol, model, chosen]);

  if (!of || !model || !found || !isSame(found, { of, protocol, model }))
    return { scores: none, why: null };
  return found;
}

function isSame(found: Found | null, { of, protocol, model }: Key): boolean {
  const key = found?.key;
  return key?.of === of && key.protocol === protocol && key.model === model;
}
