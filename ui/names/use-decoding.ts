'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { DecoderClosed } from '~/ui/decode/index.ts';
import { openHeldOut, Stopped } from '~/ui/directions/index.ts';
import type { DirectionScene } from './direction-scene.ts';

type Work = (line: ReturnType<typeof openHeldOut>, told: (share: number) => void) => Promise<void>;

/** Something that decodes held-out circuits for a while: how far it is, and a way to stop it. It stops with the page. */
export function useDecoding({ decoder, map, model }: DirectionScene, work: Work) {
  const [progress, setProgress] = useState<number | null>(null);
  const [error, setError] = useState<string | null>(null);
  const running = useRef<{ stop: () => void } | null>(null);
  const stop = useCallback(() => running.current?.stop(), []);
  useEffect(() => stop, [stop]);
  const start = async () => {
    if (!decoder) return;
    stop();
    const line = openHeldOut(decoder, map, model.manifest);
    running.current = line;
    setError(null);
    setProgress(0);
    try {
      await work(line, setProgress);
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
  };
  return { ready: decoder !== null, progress, error, start, stop };
}
