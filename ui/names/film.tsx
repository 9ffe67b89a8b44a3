'use client';
import { useMemo, useState } from 'react';
import { encodedOf, spreadOut, usualSteps } from '~/core/directions/index.ts';
import { signed } from '~/ui/directions/index.ts';
import { Button, MiniCircuit, plural, Section, useCalm } from '~/ui/kit/index.ts';
import type { DirectionScene } from './direction-scene.ts';
import { FilmStrip } from './film-strip.tsx';
import { useFilm, type Frame } from './use-film.ts';
import { usePlaying } from './use-playing.ts';

/** How many held-out circuits one can leaf through. */
const choices = 24;

const words = ({ picture, reciprocal }: Frame) =>
  `${plural(picture.edges.length, 'connection')}, ${plural(reciprocal, 'reciprocal pair')}`;

/** Decoding along the direction: one held-out circuit, the same individual, at every step. */
export function Film({ scene, waiting }: { scene: DirectionScene; waiting: string }) {
  const { map } = scene;
  const held = useMemo(() => spreadOut(encodedOf(map, 'test').circuits, choices), [map]);
  const [which, setWhich] = useState(0);
  const [seed, setSeed] = useState(1);
  const { frames, error, current } = useFilm(scene, held[which % held.length] ?? 0, seed);
  const calm = useCalm();
  const { at, playing, show, next, toggle } = usePlaying(usualSteps.length);
  const frame = frames?.[at];
  const step = usualSteps[at] ?? 0;
  return (
    <Section
      title="Decoding along it"
      note={`held-out circuit ${(which % held.length) + 1} of ${held.length}, individual ${seed}; positions true, reciprocal pairs in the accent`}
      action={
        <div className="flex gap-2">
          <Button size="small" onClick={() => setWhich(which + 1)}>
            Another circuit
          </Button>
          <Button size="small" onClick={() => setSeed(seed + 1)}>
            Another individual
          </Button>
        </div>
      }
    >
      <div
        className="grid gap-x-6 gap-y-3 md:grid-cols-[11rem_minmax(0,1fr)]"
        data-testid="film"
        data-frames={frames && current ? frames.length : 0}
        data-at={at}
      >
        <div className="mx-auto w-full max-w-44">
          {frame ? (
            <MiniCircuit
              circuit={frame.picture}
              label={`At ${signed(step)} steps: ${words(frame)}`}
              className="aspect-[4/5] w-full rounded bg-surface-2"
            />
          ) : (
            <p className="grid aspect-[4/5] w-full place-items-center rounded bg-surface-2 p-2 text-center text-12 text-ink-3">
              {error ?? waiting}
            </p>
          )}
        </div>
        <div className="flex min-w-0 flex-col justify-between gap-2">
          <FilmStrip frames={frames} at={at} onShow={show} />
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Button size="small" className="w-20" disabled={!frames} onClick={calm ? next : toggle}>
              {calm ? 'Next step' : playing ? 'Stop' : 'Play'}
            </Button>
            <label className="flex min-w-40 flex-1 items-center gap-2 text-12 text-ink-2">
              Step
              <input
                type="range"
                min={0}
                max={usualSteps.length - 1}
                step={1}
                value={at}
                aria-valuetext={`${signed(step)} steps`}
                onChange={({ target }) => show(target.valueAsNumber)}
                className="h-6 w-full min-w-0 accent-accent"
              />
            </label>
            <p className="flex w-full justify-between gap-3 text-12 text-ink-2 sm:w-72">
              <span className="figures text-ink">{signed(step)}</span>
              <span>{frame ? words(frame) : ' '}</span>
            </p>
          </div>
        </div>
      </div>
    </Section>
  );
}
