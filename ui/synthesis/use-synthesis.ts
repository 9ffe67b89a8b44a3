'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ModelManifest } from '~/core/contracts/index.ts';
import { conditionsOf, sizeOf, type LatentMap } from '~/core/latent/index.ts';
import type { Obstacle, Synthesis, SynthesisAsked } from '~/core/synthesis/index.ts';
import type { Decoder } from '~/ui/decode/index.ts';
import { createSynthesiser, type MemorySpan, type Synthesiser } from './synthesis-client.ts';

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
  const [memory, setMemory] = useState<MemorySpan | null>(null);
  /** share of the observed circuits that are scored; null: none are being scored */
  const [scoring, setScoring] = useState<number | null>(null);

  const end = useCallback(() => {
    worker.current?.dispose();
    worker.current = null;
  }, []);
  const stop = useCallback(() => {
    end();
    setScoring(null);
    setOrdered({ status: 'idle' });
  }, [end]);
  useEffect(() => end, [end, manifest, map]);

  /** Scores observed circuits, where none are yet. @throws what the worker throws */
  const learn = useCallback(async () => {
    const mine = (worker.current ??= createSynthesiser(map, manifest));
    const current = () => worker.current === mine;
    setScoring(0);
    try {
      const span = await mine.memory((share) => {
        if (current()) setScoring((now) => (now === null ? null : share));
      });
      if (current()) setMemory(span);
    } finally {
      if (current()) setScoring(null);
    }
  }, [map, manifest]);

  const order = useCallback(
    (asked: SynthesisAsked) => {
      if (!decoder) return;
      const { memory: asksMemory } = asked.request;
      const mine = (worker.current ??= createSynthesiser(map, manifest));
      const current = () => worker.current === mine;
      const conditions = conditionsOf(map, asked.conditions, manifest);
      setOrdered({ status: 'working', share: 0 });
      const work = async () => {
        if (asksMemory) await learn();
        const started = performance.now();
        const answer = await mine.order(
          asked,
          (places) => decoder.logits({ places, n: sizeOf(map, asked.conditions), conditions }),
          (share) => {
            // told over a line of its own, so the last may come after the answer
            if (current())
              setOrdered((now) => (now.status === 'working' ? { status: 'working', share } : now));
          },
        );
        if (!current()) return;
        const milliseconds = performance.now() - started;
        setOrdered(
          'circuit' in answer
            ? { status: 'made', synthesis: answer, asked, milliseconds }
            : { status: 'refused', obstacles: answer },
        );
      };
      work().catch((error: unknown) => {
        if (!current()) return;
        const message = error instanceof Error ? error.message : 'The work broke off.';
        setOrdered({ status: 'failed', message });
      });
    },
    [decoder, map, manifest, learn],
  );
  return { ordered, order, stop, memory, scoring, learn };
}
