import { memo, useMemo } from 'react';
import type { Pin } from '~/core/contracts/index.ts';
import { neuronsOf, type LatentMap } from '~/core/latent/index.ts';
import { MiniCircuit, packedEdges } from '~/ui/kit/index.ts';
import { wires } from './pin-fits.ts';

/** The small true picture of a pin on the bench, from its stored edges. */
export const PinPicture = memo(function PinPicture({ pin, map }: { pin: Pin; map: LatentMap }) {
  const circuit = useMemo(() => {
    const { conditions } = pin.probe;
    const neurons = wires(pin, map) ? neuronsOf(map, conditions) : null;
    return {
      n: pin.n,
      edges: packedEdges(pin.n, pin.adjacency),
      x: neurons?.map((neuron) => neuron.x),
      y: neurons?.map((neuron) => neuron.y),
      class: neurons?.map((neuron) => neuron.class),
    };
  }, [pin, map]);
  return <MiniCircuit circuit={circuit} label={`Circuit of pin ${pin.name}`} className="size-12" />;
});
