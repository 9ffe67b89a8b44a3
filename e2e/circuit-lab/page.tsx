import '~/app/globals.css';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import {
  CircuitLegend,
  CircuitPanel,
  CircuitTabs,
  type CircuitTab,
  type LayoutId,
} from '~/ui/circuit/index.ts';
import { madeCircuit } from './made-circuit.ts';

const asked = new URLSearchParams(location.search);
const picture = madeCircuit(Number(asked.get('n') ?? 64));

/** The circuit panel alone, with a made circuit of any size: `?n=512`. */
function CircuitLab() {
  const [tab, setTab] = useState<CircuitTab>('matrix');
  const [layout, setLayout] = useState<LayoutId>('positions');
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());
  return (
    <main className="flex h-dvh flex-col">
      <h1 className="sr-only">A circuit of {picture.circuit.n} neurons</h1>
      <div className="min-h-0 flex-1">
        <CircuitPanel
          picture={picture}
          title="Made"
          tab={tab}
          layout={layout}
          selected={selected}
          onSelect={setSelected}
        />
      </div>
      <div className="flex flex-wrap items-center justify-between gap-2 border-t border-line p-2">
        <CircuitTabs
          tab={tab}
          layout={layout}
          hasPositions={picture.hasPositions}
          onTab={setTab}
          onLayout={setLayout}
        />
        <CircuitLegend picture={picture} as={tab} />
      </div>
      <output hidden data-testid="selected">
        {JSON.stringify([...selected])}
      </output>
    </main>
  );
}

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <CircuitLab />
    </StrictMode>,
  );
