'use client';
import { useCallback } from 'react';
import { Canvas, type Draw } from './canvas.tsx';
import { circuitLayout } from './circuit-layout.ts';
import { classColour, drawNeuron } from './marks.ts';

export type SmallCircuit = {
  n: number;
  /** Pairs presynaptic, postsynaptic. */
  edges: readonly (readonly [number, number])[];
  /** Lateral position and depth, µm; without them neurons stand on a ring. */
  x?: readonly number[] | undefined;
  y?: readonly number[] | undefined;
  class?: readonly string[] | undefined;
};

type Props = { circuit: SmallCircuit; label: string; className?: string };

/** A small true picture of a circuit: reciprocal pairs in the accent, self-connections as rings. */
export function MiniCircuit({ circuit, label, className = 'aspect-square w-full' }: Props) {
  const draw = useCallback<Draw>(
    (context, width, height, tokens) => {
      const at = circuitLayout(circuit, width, height);
      const has = new Set(circuit.edges.map(([pre, post]) => pre * circuit.n + post));
      const radius = Math.max(1.3, Math.min(3, width / (7 * Math.sqrt(circuit.n))));
      // Many edges are drawn thinner, so that the picture shows density and not a blot.
      const thin = Math.min(1, Math.max(0.35, (4 * circuit.n) / (circuit.edges.length + 1)));
      for (const mutual of [false, true]) {
        context.beginPath();
        for (const [pre, post] of circuit.edges) {
          const back = has.has(post * circuit.n + pre);
          if (pre === post || back !== mutual || (back && pre > post)) continue;
          const a = at[pre];
          const b = at[post];
          if (!a || !b) continue;
          context.moveTo(a.x, a.y);
          context.lineTo(b.x, b.y);
        }
        context.globalAlpha = (mutual ? 0.9 : 0.5) * thin;
        context.lineWidth = mutual ? 1 : 0.6;
        context.strokeStyle = mutual ? tokens.accent : tokens['ink-3'];
        context.stroke();
      }
      context.globalAlpha = 1;
      at.forEach((point, index) => {
        const value = circuit.class?.[index] ?? '';
        context.fillStyle = classColour(value, tokens);
        drawNeuron(context, point.x, point.y, radius, value);
        if (!has.has(index * circuit.n + index)) return;
        context.beginPath();
        context.arc(point.x, point.y, radius + 2, 0, 2 * Math.PI);
        context.strokeStyle = context.fillStyle;
        context.lineWidth = 1;
        context.stroke();
      });
    },
    [circuit],
  );
  return <Canvas label={label} draw={draw} className={className} />;
}
