import { useMemo } from 'react';
import { metricIds } from '~/core/contracts/index.ts';
import { edgesOf } from '~/core/decoder/index.ts';
import { neuronsOf, observedCircuit, type LatentMap } from '~/core/latent/index.ts';
import { decimal, foldLabels, type SmallCircuit } from '~/ui/kit/index.ts';
import type { Point, Viewport } from './camera.ts';
import { HoverCard } from './hover-card.tsx';

type Props = { map: LatentMap; circuit: number; at: Point; viewport: Viewport };

const foldOf = [null, 'train', 'validation', 'test'] as const;

/** The observed circuit under the pointer, small: its wiring, fold and first two metrics. */
export function HoveredCircuit({ map, circuit, at, viewport }: Props) {
  const small = useMemo(() => smallCircuit(map, circuit), [map, circuit]);
  const metric = (name: (typeof metricIds)[number]) =>
    decimal(map.metrics[circuit * metricIds.length + metricIds.indexOf(name)]);
  const fold = foldLabels.find((one) => one.fold === foldOf[map.fold[circuit] ?? 0])?.label ?? '';
  return (
    <HoverCard
      at={at}
      viewport={viewport}
      circuit={small}
      title={`Circuit ${circuit + 1}`}
      lines={[
        `${fold}, ${map.layout ? `N ${small.n}, ` : ''}${small.edges.length} edges`,
        `dens ${metric('density')} rec ${metric('reciprocity')}`,
      ]}
    />
  );
}

function smallCircuit(map: LatentMap, circuit: number): SmallCircuit {
  const neurons = neuronsOf(map, circuit);
  return {
    n: neurons.length,
    edges: edgesOf(observedCircuit(map, circuit)),
    x: neurons.map((neuron) => neuron.x),
    y: neurons.map((neuron) => neuron.y),
    class: neurons.map((neuron) => neuron.class),
  };
}
