'use client';
import type { ReactNode } from 'react';
import { Segments } from '~/ui/kit/index.ts';
import type { LayoutId } from './follow-layout.ts';
import { MatrixView } from './matrix-view.tsx';
import { NeuronTable } from './neuron-table.tsx';
import type { CircuitPicture } from './neurons-view.ts';
import { SigmaView } from './sigma-view.tsx';
import { usePlaces } from './use-places.ts';

export type CircuitTab = 'graph' | 'matrix' | 'table';

export const circuitTabs: readonly { value: CircuitTab; label: string }[] = [
  { value: 'graph', label: 'Graph' },
  { value: 'matrix', label: 'Matrix' },
  { value: 'table', label: 'Table' },
];

type Props = {
  picture: CircuitPicture;
  /** What this circuit is: "Decoded", "Observed 12". */
  title: ReactNode;
  tab: CircuitTab;
  layout: LayoutId;
  selected: ReadonlySet<number>;
  onSelect: (neurons: ReadonlySet<number>) => void;
};

/** One circuit as graph, matrix or table, with one selection over all of them. */
export function CircuitPanel({ picture, title, tab, layout, selected, onSelect }: Props) {
  const places = usePlaces(picture, layout);
  return (
    <section className="relative flex size-full min-h-0 min-w-0 flex-col" data-testid="circuit">
      <h3 className="pointer-events-none absolute left-2 top-1 z-10 max-w-full truncate rounded bg-surface/80 px-1 text-12 text-ink-2">
        {title}
      </h3>
      <div className="min-h-0 flex-1 data-[tab=graph]:p-0 px-2 pb-1 pt-6" data-tab={tab}>
        {tab === 'graph' && (
          <SigmaView
            picture={picture}
            places={places}
            inMicrometres={layout === 'positions' && picture.hasPositions}
            selected={selected}
            onSelect={onSelect}
          />
        )}
        {tab === 'matrix' && (
          <MatrixView picture={picture} selected={selected} onSelect={onSelect} />
        )}
        {tab === 'table' && (
          <NeuronTable picture={picture} selected={selected} onSelect={onSelect} />
        )}
      </div>
    </section>
  );
}

/** Chooses between graph, matrix and table, and the layout of the graph. */
export function CircuitTabs(props: {
  tab: CircuitTab;
  layout: LayoutId;
  hasPositions: boolean;
  onTab: (tab: CircuitTab) => void;
  onLayout: (layout: LayoutId) => void;
}) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Segments label="Circuit as" value={props.tab} options={circuitTabs} onChange={props.onTab} />
      {props.tab === 'graph' && props.hasPositions && (
        <Segments
          label="Layout"
          value={props.layout}
          options={[
            {
              value: 'positions',
              label: 'Positions',
              about: 'Where the neurons lie, depth downward',
            },
            { value: 'force', label: 'Force', about: 'Connected neurons together' },
          ]}
          onChange={props.onLayout}
        />
      )}
    </div>
  );
}
