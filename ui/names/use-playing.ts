'use client';
import { useEffect, useState } from 'react';

/** Milliseconds that a frame is shown. */
const pace = 280;

/** Which of `count` frames is shown: forth and back while it plays, still otherwise. It begins in the middle. */
export function usePlaying(count: number) {
  const turn = 2 * (count - 1); // there and back again
  const [tick, setTick] = useState(Math.floor(count / 2));
  const [playing, setPlaying] = useState(false);
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => setTick((before) => (before + 1) % turn), pace);
    return () => clearInterval(timer);
  }, [playing, turn]);
  const at = tick < count ? tick : turn - tick;
  const show = (frame: number) => {
    setPlaying(false);
    setTick(Math.min(count - 1, Math.max(0, frame)));
  };
  const next = () => show((at + 1) % count);
  return { at, playing, show, next, toggle: () => setPlaying(!playing) };
}
