'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ModelManifest } from '~/core/contracts/index.ts';
import { conditionsOf, type LatentMap } from '~/core/latent/index.ts';
import type { Obstacle, Synthesis, SynthesisAsked } from '~/core/synthesis/index.ts';
import type { Decoder } from '~/ui/decode/index.ts';
import { createSynthesiser, type Synthesiser } from './synthesis-client.ts';

export type Ordered =
  | { status: 'idle' }
  | { status: 'working'; share: number }
  | { status: 'made'; synthesis: Synthesis; asked: SynthesisAsked; milliseconds: number }
  | { status: 'refused'; obstacles: readonly Obstacle[] }
  | { status: 'failed'; message: string };

type Source = { manifest: ModelManifest; map: LatentMap; decoder: Decoder | null };

/** One order at a time, in a worker that begins with the first. `stop` ends it; so does leaving. */
export function useSynthesis({ manifest, map, decoder }: Source) {
  const [ordered, setOrdered] = useState<Ordered>({ status: 'idle' });
  const worker = useRef<Synthesiser | null>(null);

  const end = useCallback(() => {
    worker.current?.dispose();
    worker.current = null;
  }, []);
  const stop = useCallback(() => {
    end();
    setOrdered({ status: 'idle' });
  }, [end]);
  useEffect(() => end, [end, manifest, map]);

  const order = useCallback(
    (asked: SynthesisAsked) => {
      if (!decoder) return;
      const mine = (worker.current ??= createSynthesiser(map, manifest));
      const current = () => worker.current === mine;
      const conditions = conditionsOf(map, asked.conditions, manifest);
      const started = performance.now();
      setOrdered({ status: 'working', share: 0 });
      mine
        .order(
          asked,
          (places) => decoder.logits({ places, n: map.size, conditions }),
          (share) => {
            // told over a line of its own, so the last may come after the answer
            if (current())
              setOrdered((now) => (now.status === 'working' ? { status: 'working', share } : now));
          },
        )
        .then(
          (answer) => {
            if (!current()) return;
            const milliseconds = performance.now() - started;
            setOrdered(
              'circuit' in answer
                ? { status: 'made', synthesis: answer, asked, milliseconds }
                : { status: 'refused', obstacles: answer },
            );
          },
          (error: unknown) => {
            if (!current()) return;
            const message = error instanceof Error ? error.message : 'The work broke off.';
            setOrdered({ status: 'failed', message });
          },
        );
    },
    [decoder, map, manifest],
  );
  return { ordered, order, stop };
}
