'use client';
import { useEffect, useRef } from 'react';
import { classNames } from './class-names.ts';
import { useTokens, type Tokens } from './tokens.ts';

/** Draws into `width` x `height` CSS pixels; the context is scaled for the screen and cleared. */
export type Draw = (
  context: CanvasRenderingContext2D,
  width: number,
  height: number,
  tokens: Tokens,
) => void;

type Props = {
  label: string;
  draw: Draw;
  /** Width over height, when the drawing knows it. */
  aspect?: number;
  className?: string | undefined;
};

/** A canvas that fills its box, sharp on any screen, redrawn on resize, theme and new `draw`. Keep `draw` stable. */
export function Canvas({ label, draw, aspect, className }: Props) {
  const ref = useRef<HTMLCanvasElement>(null);
  const tokens = useTokens();
  useEffect(() => {
    const canvas = ref.current;
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return;
    const paint = () => {
      const { clientWidth: width, clientHeight: height } = canvas;
      const scale = window.devicePixelRatio || 1;
      canvas.width = Math.round(width * scale);
      canvas.height = Math.round(height * scale);
      context.setTransform(scale, 0, 0, scale, 0, 0);
      draw(context, width, height, tokens);
    };
    const resized = new ResizeObserver(paint);
    resized.observe(canvas);
    return () => resized.disconnect();
  }, [draw, tokens]);
  return (
    <div
      role="img"
      aria-label={label}
      {...(aspect === undefined ? {} : { style: { aspectRatio: aspect } })}
      className={classNames('relative min-w-0', className)}
    >
      <canvas ref={ref} aria-hidden className="absolute inset-0 block size-full" />
    </div>
  );
}
