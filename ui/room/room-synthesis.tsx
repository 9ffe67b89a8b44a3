'use client';
import { memo, useRef } from 'react';
import { toast } from 'sonner';
import type { ModelDetail, Pin } from '~/core/contracts/index.ts';
import type { LatentMap } from '~/core/latent/index.ts';
import type { Synthesis } from '~/core/synthesis/index.ts';
import type { Decoder } from '~/ui/decode/index.ts';
import { ClimbDialog, SynthesisDialog, type Origin, type useClimb } from '~/ui/synthesis/index.ts';
import type { useRoom } from '~/ui/together/index.ts';
import { makePin } from './make-pin.ts';
import { pinLabel } from './pin-label.ts';
import type { ViewAction } from './view.ts';

type Props = {
  visit: ReturnType<typeof useRoom>;
  model: ModelDetail;
  map: LatentMap;
  decoder: Decoder | null;
  /** The circuit shown at this moment, asked for when an order begins. */
  take: () => Origin | null;
  act: (action: ViewAction) => void;
  onClimb: ReturnType<typeof useClimb>['start'];
};

/**
 * Orders a circuit, or a path from the probe. What was made comes into the room as a pin: its edges are not those a decode of its place would draw,
 * so they are stored, and whoever restores the pin or follows me sees the same.
 */
export const RoomSynthesis = memo(function RoomSynthesis(props: Props) {
  const { visit, model, map, decoder, take, act, onClimb } = props;
  const { room, me, bench, canWrite } = visit;
  // Pinned and then shown, a circuit is still one pin.
  const pins = useRef(new WeakMap<Synthesis, Pin>());
  const pinOf = (made: Synthesis): Pin | null => {
    const known = pins.current.get(made);
    if (known || !me) return known ?? null;
    const name = `${pinLabel(bench.length)} to order`;
    const pin = makePin({ ...made, borderline: 0 }, me, model.sha256, name, Date.now());
    pins.current.set(made, pin);
    if (canWrite) room?.pin(pin);
    return pin;
  };
  return (
    <>
      <SynthesisDialog
        manifest={model.manifest}
        map={map}
        decoder={decoder}
        take={take}
        canPin={canWrite && me !== null}
        onPin={pinOf}
        onShow={(made) => {
          const pin = pinOf(made);
          if (!pin) return;
          act({ type: 'restore', pin });
          if (!canWrite) toast.info('Shown to you alone: readers cannot pin for the room.');
        }}
      />
      <ClimbDialog
        disabled={!decoder}
        onClimb={(wish) => {
          const from = take();
          if (from) onClimb({ from: from.z, seed: from.seed, ...wish }, from.conditions);
        }}
      />
    </>
  );
});
