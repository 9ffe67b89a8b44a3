'use client';
import { openingWords, useDecoder } from '~/ui/decode/index.ts';
import { CorpusAlong } from './corpus-along.tsx';
import type { DirectionScene } from './direction-scene.ts';
import { DirectionComments } from './direction-comments.tsx';
import { EffectsSection } from './effects-section.tsx';
import { Film } from './film.tsx';
import { NameSection } from './name-section.tsx';
import { useDirectionWatch } from './use-direction-watch.ts';

type Props = Omit<DirectionScene, 'decoder'>;

/** The page of a direction once its model and map are there. */
export function DirectionWorkplace({ detail, model, map }: Props) {
  const opened = useDecoder(model.labId, model.manifest);
  useDirectionWatch(model.labId);
  const { decoder } = opened;
  const scene: DirectionScene = { detail, model, map, decoder };
  const waiting = opened.status === 'failed' ? opened.message : openingWords(opened);
  return (
    <div className="flex flex-col gap-6">
      <Film scene={scene} waiting={waiting} />
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
        <EffectsSection scene={scene} />
        <CorpusAlong scene={scene} />
      </div>
      <NameSection scene={scene} />
      <DirectionComments directionId={detail.direction.id} />
    </div>
  );
}
