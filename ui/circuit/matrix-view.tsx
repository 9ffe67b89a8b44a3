'use client';
import {
  useCallback,
  useMemo,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
} from 'react';
import { Canvas, Select, type Draw } from '~/ui/kit/index.ts';
import { cellAt, matrixBox } from './matrix-box.ts';
import { matrixStep } from './matrix-keys.ts';
import { matrixOrders, ordered } from './matrix-order.ts';
import { paintMatrix } from './matrix-paint.ts';
import { paintPointer } from './matrix-pointer.ts';
import { neuronName, type CircuitPicture } from './neurons-view.ts';

type Props = {
  picture: CircuitPicture;
  selected: ReadonlySet<number>;
  onSelect: (neurons: ReadonlySet<number>) => void;
};

const help =
  'Arrow keys move from pair to pair, with Shift by ten; Enter selects the pair, Escape ends the selection.';

/** The adjacency matrix: rows presynaptic, columns postsynaptic. Pointer or arrow keys name a pair, a click selects it. */
export function MatrixView({ picture, selected, onSelect }: Props) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [pointed, setPointed] = useState<[number, number] | null>(null);
  const { n, adjacency } = picture.circuit;
  const { orders, order, rows, marks } = useMemo(() => {
    const offered = matrixOrders.filter(({ suits }) => suits(picture));
    const used = offered.find(({ id }) => id === chosen) ?? offered[0];
    const sorted = used ? ordered(picture, used) : [];
    return {
      orders: offered,
      order: used,
      rows: sorted,
      marks: used?.marks(picture, sorted) ?? [],
    };
  }, [picture, chosen]);

  const draw = useCallback<Draw>(
    (context, width, height, tokens) =>
      paintMatrix(context, width, height, tokens, { picture, rows, marks, selected }),
    [picture, rows, marks, selected],
  );
  // on a canvas of its own: a pointer that moves does not paint the cells anew
  const drawPointer = useCallback<Draw>(
    (context, width, height, tokens) => {
      if (pointed) paintPointer(context, width, height, tokens, { picture, rows, pair: pointed });
    },
    [picture, rows, pointed],
  );

  const cellOf = (event: MouseEvent<HTMLElement>) => {
    const bounds = event.currentTarget.getBoundingClientRect();
    const box = matrixBox(n, bounds.width, bounds.height);
    return cellAt(box, n, event.clientX - bounds.left, event.clientY - bounds.top);
  };
  const point = (cell: [number, number] | null) =>
    setPointed((now) => (now?.[0] === cell?.[0] && now?.[1] === cell?.[1] ? now : cell));
  const choose = (cell: readonly [number, number] | null) =>
    onSelect(new Set(cell?.map((k) => rows[k] ?? 0) ?? []));
  const onKeyDown = (event: KeyboardEvent) => {
    const next = matrixStep(event, pointed, n);
    if (next) point(next);
    else if (event.key === 'Enter' || event.key === ' ') choose(pointed);
    else if (event.key === 'Escape' && selected.size > 0) onSelect(new Set());
    else return;
    event.preventDefault();
  };
  // an application to assistive technology: it takes the arrow keys itself
  const surface = {
    role: 'application',
    tabIndex: 0,
    onKeyDown,
    onPointerMove: (event: PointerEvent<HTMLElement>) => point(cellOf(event)),
    onPointerLeave: () => point(null),
    onBlur: () => point(null),
    onClick: (event: MouseEvent<HTMLElement>) => choose(cellOf(event)), // a tap has no hover before it
  };
  const pair = pointed?.map((k) => rows[k] ?? 0) ?? null;
  return (
    <div className="flex size-full min-h-0 flex-col gap-1">
      <div
        className="relative min-h-0 flex-1 outline-offset-[-2px]"
        aria-label={`Matrix of ${n} neurons. ${help}`}
        data-testid="circuit-matrix"
        {...surface}
      >
        <Canvas label={`Adjacency matrix of ${n} neurons`} draw={draw} className="size-full" />
        {pointed && (
          <div aria-hidden className="pointer-events-none absolute inset-0">
            <Canvas label="" draw={drawPointer} className="size-full" />
          </div>
        )}
      </div>
      <div className="flex items-center gap-2 text-12 text-ink-2">
        <Select
          aria-label="Sort the matrix by"
          value={order?.id ?? ''}
          options={orders.map(({ id, label }) => ({ value: id, label }))}
          onChange={setChosen}
          className="shrink-0"
        />
        <p aria-live="polite" data-testid="matrix-pair" className="figures min-w-0 truncate">
          {pair
            ? pairText(picture, adjacency[(pair[0] ?? 0) * n + (pair[1] ?? 0)] === 1, pair)
            : `row → column; ${order?.marksSay ?? ''}`}
        </p>
      </div>
    </div>
  );
}

function pairText(
  { neurons }: CircuitPicture,
  connected: boolean,
  pair: readonly number[],
): string {
  const [pre, post] = pair.map((neuron) => neuronName(neurons[neuron]));
  return `${pre ?? ''} ${connected ? '→' : '·'} ${post ?? ''}${connected ? '' : ': no connection'}`;
}
