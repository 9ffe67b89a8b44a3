import { classKind } from './colour.ts';
import type { Tokens } from './tokens.ts';

/** Colour of a neuron's class in the current theme. */
export function classColour(value: string, tokens: Tokens): string {
  return tokens[classKind(value)];
}

/** E is a disc, I a diamond, anything else a small square: shape tells the class without colour. */
export function drawNeuron(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  value: string,
): void {
  const kind = classKind(value);
  context.beginPath();
  if (kind === 'excitatory') context.arc(x, y, radius, 0, 2 * Math.PI);
  else if (kind === 'inhibitory') {
    const r = radius * 1.35;
    context.moveTo(x, y - r);
    context.lineTo(x + r, y);
    context.lineTo(x, y + r);
    context.lineTo(x - r, y);
    context.closePath();
  } else context.rect(x - radius * 0.85, y - radius * 0.85, radius * 1.7, radius * 1.7);
  context.fill();
}
