'use client';
import { useCallback } from 'react';
import { Canvas, type Draw } from './canvas.tsx';
import { ClassLegend, FoldLegend } from './legend.tsx';
import { axisTicks, fitBox, scatterAspect } from './scatter-scale.ts';
import { classColour, drawNeuron } from './marks.ts';
import type { Tokens } from './tokens.ts';

type Soma = { x: number; y: number; z: number; class?: string; fold?: string };
type Props = {
  soma: readonly Soma[];
  /** Colour by the neuron's class, or by the fold of a sampling preview. */
  by?: 'class' | 'fold';
  /** The axis across. */
  lateral?: 'x' | 'y' | 'z';
  /** The axis that runs downwards, depth unless told. */
  down?: 'x' | 'y' | 'z';
  className?: string;
};

const pad = { left: 44, right: 8, top: 8, bottom: 24 };

function foldColour(fold: string | undefined, tokens: Tokens): string {
  if (fold === 'train') return tokens['fold-train'];
  if (fold === 'validation') return tokens['fold-validation'];
  return fold === 'test' ? tokens['fold-test'] : tokens['fold-gap'];
}

/** Somata, depth or another axis against a lateral one, both in µm at one scale. */
export function SomaScatter({ soma, by = 'class', lateral = 'x', down = 'y', className }: Props) {
  const draw = useCallback<Draw>(
    (context, width, height, tokens) => {
      const points = soma.map((s) => ({ x: s[lateral], y: s[down] }));
      const box = fitBox(points, width, height, pad);
      context.font = '11px "IBM Plex Mono", monospace';
      context.fillStyle = tokens['ink-3'];
      context.strokeStyle = tokens.line;
      context.textBaseline = 'middle';
      for (const tick of axisTicks(box.y)) {
        const at = Math.round(box.toY(tick)) + 0.5;
        context.beginPath();
        context.moveTo(pad.left, at);
        context.lineTo(width - pad.right, at);
        context.stroke();
        context.textAlign = 'right';
        context.fillText(String(tick), pad.left - 6, at);
      }
      context.textAlign = 'center';
      for (const tick of axisTicks(box.x))
        context.fillText(String(tick), box.toX(tick), height - pad.bottom / 2);
      const radius = soma.length > 1500 ? 1.5 : soma.length > 300 ? 2 : 3;
      context.globalAlpha = soma.length > 1500 ? 0.75 : 0.9;
      for (const s of soma) {
        context.fillStyle =
          by === 'fold' ? foldColour(s.fold, tokens) : classColour(s.class ?? '', tokens);
        drawNeuron(context, box.toX(s[lateral]), box.toY(s[down]), radius, s.class ?? 'E');
      }
      context.globalAlpha = 1;
    },
    [soma, by, lateral, down],
  );
  const downwards = down === 'y' ? 'depth' : down;
  const about = by === 'fold' ? 'their fold' : 'their class';
  return (
    <figure className={className}>
      <Canvas
        label={`${soma.length} somata by ${downwards} and ${lateral}, coloured by ${about}`}
        draw={draw}
        aspect={scatterAspect(soma.map((s) => ({ x: s[lateral], y: s[down] })))}
        className="max-h-96 w-full"
      />
      <figcaption className="flex flex-wrap items-center justify-between gap-x-4 text-12 text-ink-3">
        <span>
          {down === 'y' ? 'Depth below the pia' : down} (down) and {lateral} (across), µm
        </span>
        {by === 'fold' ? <FoldLegend /> : <ClassLegend values={soma.map((s) => s.class ?? '')} />}
      </figcaption>
    </figure>
  );
}
