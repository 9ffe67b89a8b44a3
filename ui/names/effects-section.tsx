'use client';
import { Button, dateTime, Notice, plural, Section } from '~/ui/kit/index.ts';
import type { DirectionScene } from './direction-scene.ts';
import { EffectRows } from './effect-rows.tsx';
import { useKeptEffects } from './use-kept-effects.ts';

/** What the direction was measured to do, with intervals, beside what a random direction of its length does. */
export function EffectsSection({ scene }: { scene: DirectionScene }) {
  const { detail } = scene;
  const { direction, nulls, maySpeak } = detail;
  const { known, ready, progress, error, start, stop } = useKeptEffects(scene);
  const effects = known ? direction.effects : null;
  return (
    <Section
      title="What it changes"
      note="from −2 to 2 steps, sd of the training circuits"
      action={
        maySpeak &&
        (progress === null ? (
          <Button size="small" disabled={!ready} onClick={() => void start()}>
            {known ? (nulls ? 'Measure the null again' : 'Measure the null') : 'Measure effects'}
          </Button>
        ) : (
          <Button size="small" onClick={stop}>
            {`Stop measuring, ${Math.floor(100 * progress)} %`}
          </Button>
        ))
      }
    >
      {error && <Notice tone="danger">{error}</Notice>}
      {effects ? (
        <EffectRows effects={effects} nulls={nulls} />
      ) : (
        <p className="text-13 text-ink-3">
          Kept without its effects. Whoever may speak here can measure them for everybody.
        </p>
      )}
      <p className="mt-2 max-w-prose text-12 text-ink-3">
        {effects &&
          `Mean and 95 % interval over ${plural(effects.circuits, 'held-out circuit')}, ${plural(effects.individuals, 'individual')} each; they share neurons, so intervals are narrow. `}
        {nulls
          ? `Grey: 19 of 20 random directions of this length stay inside; the largest change along ${nulls.directions} of them, over ${plural(nulls.circuits, 'circuit')}, ${nulls.individuals} individuals each, seed ${nulls.seed}. Measured in the browser of ${nulls.by.name}, ${dateTime(nulls.at)} UTC.`
          : 'What random directions of this length do was not measured yet.'}
      </p>
    </Section>
  );
}
