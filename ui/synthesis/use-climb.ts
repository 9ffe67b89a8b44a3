'use client';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { toast } from 'sonner';
import type { ModelManifest } from '~/core/contracts/index.ts';
import { conditionsOf, sizeOf, type LatentMap } from '~/core/latent/index.ts';
import type { ClimbAsked, ClimbEnd, ClimbStep } from '~/core/synthesis/index.ts';
import type { Decoder } from '~/ui/decode/index.ts';
import { createSynthesiser, type Synthesiser } from './synthesis-client.ts';

export type Climbed = {
  readonly asked: ClimbAsked;
  readonly steps: readonly ClimbStep[];
  /** whether more steps may come */
  readonly growing: boolean;
  /** why it goes no further; null: not known yet */
  readonly end: ClimbEnd | null;
};

type Source = { manifest: ModelManifest; map: LatentMap; decoder: Decoder | null };

/** One path at a time, growing step by step as a worker finds it; null: none. */
export function useClimb({ manifest, map, decoder }: Source) {
  const [climbed, setClimbed] = useState<Climbed | null>(null);
  const worker = useRef<Synthesiser | null>(null);

  const end = useCallback(() => {
    worker.current?.dispose();
    worker.current = null;
  }, []);
  useEffect(() => end, [end, manifest, map]);
  const clear = useCallback(() => {
    end();
    setClimbed(null);
  }, [end]);

  /** @param circuit of the map whose neurons are wired */
  const start = useCallback(
    (asked: ClimbAsked, circuit: number) => {
      if (!decoder) return;
      end();
      const mine = (worker.current = createSynthesiser(map, manifest));
      const conditions = conditionsOf(map, circuit, manifest);
      const told = (change: (before: Climbed) => Climbed) => {
        if (worker.current === mine) setClimbed((now) => now && change(now));
      };
      setClimbed({ asked, steps: [], growing: true, end: null });
      mine
        .climb(
          asked,
          (places) => decoder.logits({ places, n: sizeOf(map, circuit), conditions }),
          (step) => told((before) => ({ ...before, steps: [...before.steps, step] })),
        )
        .then(
          (why) => told((before) => ({ ...before, growing: false, end: why })),
          (error: unknown) => {
            if (worker.current !== mine) return;
            clear();
            toast.error(error instanceof Error ? error.message : 'The path broke off.');
          },
        );
    },
    [decoder, map, manifest, end, clear],
  );
  return useMemo(() => ({ climbed, start, clear }), [climbed, start, clear]);
}
