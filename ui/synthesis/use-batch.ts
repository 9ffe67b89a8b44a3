'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ModelManifest } from '~/core/contracts/index.ts';
import { conditionsOf, sizeOf, type LatentMap } from '~/core/latent/index.ts';
import type { BatchMade, SynthesisAsked } from '~/core/synthesis/index.ts';
import type { Decoder } from '~/ui/decode/index.ts';
import { createSynthesiser, type Synthesiser } from './synthesis-client.ts';

export type Batch = {
  readonly of: number;
  readonly made: readonly BatchMade[];
  readonly running: boolean;
  /** orders that were refused, and why the work broke off */
  readonly said: readonly string[];
};

type Source = { manifest: ModelManifest; map: LatentMap; decoder: Decoder | null };

/** Many orders one after the other in a worker of their own. What was made before a stop stays. */
export function useBatch({ manifest, map, decoder }: Source) {
  const [batch, setBatch] = useState<Batch | null>(null);
  const worker = useRef<Synthesiser | null>(null);

  const end = useCallback(() => {
    worker.current?.dispose();
    worker.current = null;
  }, []);
  useEffect(() => end, [end, manifest, map]);
  const stop = useCallback(() => {
    end();
    setBatch((now) => now && { ...now, running: false });
  }, [end]);

  const run = useCallback(
    (orders: readonly SynthesisAsked[]) => {
      if (!decoder) return;
      end();
      const mine = (worker.current = createSynthesiser(map, manifest));
      const current = () => worker.current === mine;
      const change = (next: (now: Batch) => Batch) => {
        if (current()) setBatch((now) => now && next(now));
      };
      const say = (text: string) => change((now) => ({ ...now, said: [...now.said, text] }));
      setBatch({ of: orders.length, made: [], running: true, said: [] });
      const work = async () => {
        for (const [k, asked] of orders.entries()) {
          const conditions = conditionsOf(map, asked.conditions, manifest);
          const answer = await mine.order(
            asked,
            (places) => decoder.logits({ places, n: sizeOf(map, asked.conditions), conditions }),
            () => undefined,
          );
          if (!current()) return;
          if ('circuit' in answer) {
            const one = { request: asked.request, made: answer };
            change((now) => ({ ...now, made: [...now.made, one] }));
          } else
            say(
              `Circuit ${k + 1}: ${answer.map((one) => `${one.problem} ${one.remedy}`).join(' ')}`,
            );
        }
      };
      work()
        .catch((error: unknown) => {
          say(error instanceof Error ? error.message : 'The work broke off.');
        })
        .finally(() => {
          change((now) => ({ ...now, running: false }));
          if (current()) end();
        });
    },
    [decoder, map, manifest, end],
  );
  return { batch, run, stop };
}
