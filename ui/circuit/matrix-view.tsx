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
import { matrixOrders, ordered } from './matrix-order.ts';
import { cellAt, matrixBox, paintMatrix } from './matrix-paint.ts';
import { neuronName, type CircuitPicture } from './neurons-view.ts';

type Props = {
  picture: CircuitPicture;
  selected: ReadonlySet<number>;
  onSelect: (neurons: ReadonlySet<number>) => void;
};

const byLayer = matrixOrders[0];

/** The adjacency matrix: rows presynaptic, columns postsynaptic. Pointer or arrow keys name a pair, a click selects it. */
export function MatrixView({ picture, selected, onSelect }: Props) {
  const [orderId, setOrderId] = useState(byLayer?.id ?? '');
  const [hovered, setHovered] = useState<[number, number] | null>(null);
  const { n, adjacency } = picture.circuit;
  const rows = useMemo(() => {
    const order = matrixOrders.find((one) => one.id === orderId) ?? byLayer;
    return order ? ordered(picture, order) : [];
  }, [picture, orderId]);
  const draw = useCallback<Draw>(
    (context, width, height, tokens) =>
      paintMatrix(context, width, height, tokens, { picture, rows, selected, hovered }),
    [picture, rows, selected, hovered],
  );
  const cellOf = (event: MouseEvent<HTMLElement>) => {
    const bounds = event.currentTarget.getBoundingClientRect();
    const box = matrixBox(n, bounds.width, bounds.height);
    return cellAt(box, n, event.clientX - bounds.left, event.clientY - bounds.top);
  };
  const choose = (cell: readonly [number, number] | null) =>
    onSelect(new Set(cell?.map((k) => rows[k] ?? 0) ?? []));
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[
      event.key
    ];
    if (event.key === 'Enter') choose(hovered);
    else if (step) {
      const [row, column] = hovered ?? [0, 0];
      const within = (k: number) => Math.min(n - 1, Math.max(0, k));
      setHovered([within(row + (step[0] ?? 0)), within(column + (step[1] ?? 0))]);
    } else return;
    event.preventDefault();
  };
  // an application to assistive technology: it takes the arrow keys itself
  const surface = {
    role: 'application',
    tabIndex: 0,
    onKeyDown,
    onPointerMove: (event: PointerEvent<HTMLElement>) => setHovered(cellOf(event)),
    onPointerLeave: () => setHovered(null),
    onClick: (event: MouseEvent<HTMLElement>) => choose(cellOf(event)), // a tap has no hover before it
  };
  const pair = hovered?.map((k) => rows[k] ?? 0) ?? null;
  return (
    <div className="flex size-full min-h-0 flex-col gap-1">
      <div
        className="min-h-0 flex-1"
        aria-label="Matrix, arrow keys move from pair to pair"
        {...surface}
      >
        <Canvas label={`Adjacency matrix of ${n} neurons`} draw={draw} className="size-full" />
      </div>
      <div className="flex items-center gap-2 text-12 text-ink-2">
        <Select
          aria-label="Sort the matrix by"
          value={orderId}
          options={matrixOrders.map(({ id, label }) => ({ value: id, label }))}
          onChange={setOrderId}
          className="shrink-0"
        />
        <p aria-live="polite" data-testid="matrix-pair" className="figures min-w-0 truncate">
          {pair
            ? pairText(picture, adjacency[(pair[0] ?? 0) * n + (pair[1] ?? 0)] === 1, pair)
            : 'Row presynaptic, column postsynaptic'}
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
