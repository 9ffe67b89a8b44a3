import { useMemo } from 'react';
import type { Pin } from '~/core/contracts/index.ts';
import { neuronsOf, sizeOf, type LatentMap } from '~/core/latent/index.ts';
import { MiniCircuit, packedEdges } from '~/ui/kit/index.ts';

/** The small true picture of a pin, from its stored edges; on a ring where its neurons are not those of this map. */
export function PinnedPicture({ pin, map }: { pin: Pin; map: LatentMap }) {
  const circuit = useMemo(() => {
    const { conditions } = pin.probe;
    const here = conditions < map.circuits && sizeOf(map, conditions) === pin.n;
    const neurons = here ? neuronsOf(map, conditions) : null;
    return {
      n: pin.n,
      edges: packedEdges(pin.n, pin.adjacency),
      x: neurons?.map((neuron) => neuron.x),
      y: neurons?.map((neuron) => neuron.y),
      class: neurons?.map((neuron) => neuron.class),
    };
  }, [pin, map]);
  return (
    <MiniCircuit
      circuit={circuit}
      label={`Circuit of pin ${pin.name}, ${circuit.edges.length} connections`}
      className="size-12 shrink-0 rounded bg-surface-2"
    />
  );
}
