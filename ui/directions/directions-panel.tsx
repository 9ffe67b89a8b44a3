'use client';
import { useState } from 'react';
import { Button, Notice, Segments } from '~/ui/kit/index.ts';
import { ChangeList } from './change-rows.tsx';
import type { Steerable } from './direction.ts';
import { DirectionDialog } from './direction-dialog.tsx';
import { DirectionTable } from './direction-table.tsx';
import { FindDirection } from './find-direction.tsx';
import type { Directions, Group } from './use-directions.ts';
import { heldOut } from './use-measuring.ts';

const groups: readonly { value: Group; label: string; about: string }[] = [
  { value: 'aligned', label: 'Metrics', about: 'Where circuits with more of a metric lie' },
  { value: 'principal', label: 'Axes', about: 'Principal axes of the encoded circuits' },
  { value: 'own', label: 'Found', about: 'Purified directions and differences, kept or new' },
];

/** The sliders of a room: every direction with its effects, steering the probe as they move. */
export function DirectionsPanel({ directions }: { directions: Directions }) {
  const { group, setGroup, steering, measuring, all, scene } = directions;
  const [opened, setOpened] = useState<string | null>(null);
  const direction = Object.values(all)
    .flat()
    .find(({ id }) => id === opened);
  const { progress } = measuring;
  const here = all[group];
  return (
    <div className="flex size-full min-h-0 flex-col" data-testid="directions">
      <div className="flex min-h-9 flex-wrap items-center gap-x-2 gap-y-1 pb-1">
        <h2 className="text-13 font-semibold">Directions</h2>
        <Segments label="Directions shown" value={group} options={groups} onChange={setGroup} />
        <FindDirection directions={directions} />
        <span className="flex-1" />
        <span className="figures min-w-10 text-right text-12 text-ink-3" aria-live="polite">
          {progress === null ? '' : `${Math.floor(progress * 100)} %`}
        </span>
        {progress === null ? (
          <Button
            size="small"
            variant="quiet"
            disabled={!scene.decoder || here.length === 0}
            title={`Decode ${heldOut.circuits} held-out circuits along each of these, ${heldOut.individuals} individuals each`}
            onClick={() => void measuring.measure(here)}
          >
            Measure effects
          </Button>
        ) : (
          <Button size="small" variant="quiet" onClick={measuring.stop}>
            Stop measuring
          </Button>
        )}
        <Button
          size="small"
          variant="quiet"
          disabled={steering.amounts.size === 0}
          onClick={steering.reset}
        >
          Reset
        </Button>
      </div>
      {measuring.error && <Notice tone="danger">{measuring.error}</Notice>}
      {here.length === 0 ? (
        <p className="py-2 text-13 text-ink-3">
          None found yet. Purify a metric, or choose circuits on the map and take their difference.
        </p>
      ) : (
        <DirectionTable directions={directions} onOpen={({ id }: Steerable) => setOpened(id)} />
      )}
      <ChangeList change={directions.change} />
      {direction && (
        <DirectionDialog
          directions={directions}
          direction={direction}
          onClose={() => setOpened(null)}
        />
      )}
    </div>
  );
}
