'use client';
import { useMemo } from 'react';
import { Spread, stepsAlong } from '~/core/directions/index.ts';
import { ofOwnSize } from '~/core/latent/index.ts';
import { Section } from '~/ui/kit/index.ts';
import { AlongFigure } from './along-figure.tsx';
import { alongFolds } from './along-folds.ts';
import type { DirectionScene } from './direction-scene.ts';

/** Where the circuits of the corpus lie on the direction, fold by fold. */
export function CorpusAlong({ scene: { detail, model, map } }: { scene: DirectionScene }) {
  const { prior } = model.manifest;
  const steps = detail.direction.vector.join();
  const along = useMemo(() => {
    const all = Array.from({ length: map.circuits }, (_, circuit) => circuit);
    const circuits = all.filter((circuit) => ofOwnSize(map, circuit));
    const vector = steps.split(',').map(Number);
    const encoded = { z: map.z, dimensions: map.dimensions, circuits };
    const places = stepsAlong(new Spread(prior.covariance), prior.mean, vector, encoded);
    return alongFolds(places, (k) => map.fold[circuits[k] ?? 0] ?? 0);
  }, [prior, map, steps]);
  return (
    <Section
      title="Where the corpus lies on it"
      note="steps from the middle of the training circuits"
    >
      <AlongFigure along={along} />
    </Section>
  );
}
