import type { Tokens } from '~/ui/kit/index.ts';

/** The name of the neuron under the pointer, in the colours of the theme. */
export function hoverName(tokens: Tokens) {
  return (
    context: CanvasRenderingContext2D,
    data: { x: number; y: number; size: number; label: string | null },
    settings: { labelFont: string; labelSize: number },
  ) => {
    const text = data.label ?? '';
    context.font = `${settings.labelSize}px ${settings.labelFont}`;
    const width = context.measureText(text).width + 10;
    const room = context.canvas.clientWidth;
    const left = Math.max(4, Math.min(data.x + data.size + 6, room - width - 4));
    const top = data.y < 30 ? data.y + data.size + 6 : data.y - data.size - 24;
    context.beginPath();
    context.arc(data.x, data.y, data.size + 3, 0, 2 * Math.PI);
    context.strokeStyle = tokens.ink;
    context.lineWidth = 1.5;
    context.stroke();
    context.fillStyle = tokens.ink;
    context.fillRect(left, top, width, 18);
    context.fillStyle = tokens.surface;
    context.fillText(text, left + 5, top + 13);
  };
}
