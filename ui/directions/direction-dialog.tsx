'use client';
import Link from 'next/link';
import { directionKindOf, farthest } from '~/core/directions/index.ts';
import { Button, decimal, Dialog, Notice, plural } from '~/ui/kit/index.ts';
import { labHref } from '~/ui/site/index.ts';
import type { Steerable } from './direction.ts';
import { EffectsTable } from './effects-table.tsx';
import { KeepDirection } from './keep-direction.tsx';
import { protocolWords } from './protocol-words.ts';
import type { Directions } from './use-directions.ts';

type Props = { directions: Directions; direction: Steerable; onClose: () => void };

/** What a direction is, how it was found, what it was measured to do; here it is kept for the lab. */
export function DirectionDialog({ directions, direction, onClose }: Props) {
  const { effects, measuring, scene } = directions;
  const known = effects.get(direction.id);
  const kind = directionKindOf(direction.protocol.kind);
  const measured = known?.measured ?? null;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`${direction.name}: ${kind.name.toLowerCase()} direction`}
      description={kind.about}
    >
      <p className="text-13">
        {`One step is ${decimal(direction.distance, 2)} standard deviations of the data long. ${protocolWords(direction.protocol)}`}
      </p>
      {direction.distance > farthest && (
        <div className="mt-2">
          <Notice tone="warn">
            {`No such direction was found within ${farthest} standard deviations of the data.`}
          </Notice>
        </div>
      )}
      <div className="mt-3">{known && <EffectsTable known={known} />}</div>
      <div className="mt-2 flex min-h-8 items-center justify-between gap-3 text-12 text-ink-3">
        <p>
          {measured
            ? `Mean over ${plural(measured.circuits, 'held-out circuit')}, ${plural(measured.individuals, 'individual')} each. Intervals are over circuits that share neurons, so they are narrow.`
            : 'Predicted from the training circuits; not measured yet.'}
        </p>
        {measuring.progress === null ? (
          <Button
            size="small"
            disabled={!scene.decoder}
            onClick={() => void measuring.measure([direction])}
          >
            {measured ? 'Measure again' : 'Measure effects'}
          </Button>
        ) : (
          <Button size="small" onClick={measuring.stop}>
            Stop measuring
          </Button>
        )}
      </div>
      {direction.saved && (
        <p className="mt-2 text-13">
          <Link
            className="underline"
            href={labHref(scene.slug, 'models', scene.model.id, 'directions', direction.saved.id)}
          >
            Names, claims and their tests
          </Link>
        </p>
      )}
      <KeepDirection
        key={direction.id}
        directions={directions}
        direction={direction}
        onClose={onClose}
      />
      <p className="figures mt-3 text-12 text-ink-2">{kind.formula}</p>
      <p className="mt-1 text-12 text-ink-3">{kind.source}</p>
    </Dialog>
  );
}
