'use client';
import { useState } from 'react';
import { difference, encodedOf, packSelection, Spread } from '~/core/directions/index.ts';
import { Button, Dialog, plural } from '~/ui/kit/index.ts';
import type { Steerable } from './direction.ts';
import { trainingBut, trainingOf } from './training-circuits.ts';
import type { Directions } from './use-directions.ts';

type Props = {
  directions: Directions;
  /** The selection kept to be compared with. */
  kept: readonly number[] | null;
  onKeep: (circuits: readonly number[]) => void;
  onClose: () => void;
};

/** From one selection of circuits to another: to all others, or to one that was kept before. */
export function DifferenceDialog({ directions, kept, onKeep, onClose }: Props) {
  const { scene, add, setGroup } = directions;
  const { selection, map } = scene;
  const [error, setError] = useState<string | null>(null);
  const chosen = selection ?? [];
  const own = trainingOf(map, chosen);
  const keptOwn = kept && trainingOf(map, kept);
  const others = trainingBut(map, chosen);
  const make = (from: readonly number[], name: string) => {
    try {
      add(differenceDirection(scene, own, from, name));
    } catch (failure) {
      if (!(failure instanceof RangeError)) throw failure;
      setError(failure.message);
      return;
    }
    setGroup('own');
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Difference of two selections"
      description="Two steps lead from the middle of the one to the middle of the other. Only training circuits count: the others are held out to measure effects on."
    >
      <p className="text-13">
        {chosen.length > 0
          ? `${plural(chosen.length, 'circuit')} selected on the map, ${own.length} for training.`
          : 'Nothing is selected: take the lasso or the rectangle on the map first.'}
        {kept &&
          ` Kept before: ${plural(kept.length, 'circuit')}, ${keptOwn?.length ?? 0} for training.`}
      </p>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button
          disabled={own.length === 0 || others.length === 0}
          onClick={() => make(others, `${plural(own.length, 'circuit')} selected, others`)}
        >
          From all other training circuits to the selection
        </Button>
        <Button
          disabled={!keptOwn?.length || own.length === 0}
          onClick={() =>
            keptOwn &&
            make(keptOwn, `${plural(own.length, 'circuit')}, from ${keptOwn.length} kept`)
          }
        >
          From the kept ones to the selection
        </Button>
        <Button
          disabled={chosen.length === 0}
          onClick={() => {
            onKeep(chosen);
            onClose();
          }}
        >
          Keep this selection
        </Button>
      </div>
      {error && (
        <p role="alert" className="mt-2 text-12 text-danger">
          {error}
        </p>
      )}
    </Dialog>
  );
}

function differenceDirection(
  { map, model }: Directions['scene'],
  towards: readonly number[],
  from: readonly number[],
  name: string,
): Steerable {
  const of = (circuits: readonly number[]) => ({ ...encodedOf(map, 'train'), circuits });
  const vector = difference.step(of(towards), of(from));
  const packed = (circuits: readonly number[]) => packSelection(circuits, map.circuits);
  const protocol = { kind: 'difference', towards: packed(towards), from: packed(from) } as const;
  return {
    id: `difference:${protocol.towards.bits}:${protocol.from.bits}`,
    name,
    protocol,
    vector,
    distance: new Spread(model.manifest.prior.covariance).lengthOf(vector),
    effects: null,
    saved: null,
  };
}
