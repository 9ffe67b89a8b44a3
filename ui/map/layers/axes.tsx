import { memo } from 'react';
import { scaleLinear } from 'd3-scale';
import { toPlane, toScreen } from '../camera.ts';
import type { MapFrame } from '../frame.ts';

/** Ticks along the lower and left edge in units of the latent space, the names of both axes, and the origin's cross. */
export const Axes = memo(function Axes({ frame }: { frame: MapFrame }) {
  const { camera, viewport, plane } = frame;
  const [left, top] = toPlane(camera, viewport, [0, 0]);
  const [right, bottom] = toPlane(camera, viewport, [viewport.width, viewport.height]);
  const across = ticksOf(left, right, viewport.width);
  const up = ticksOf(bottom, top, viewport.height);
  const [ox, oy] = toScreen(camera, viewport, [0, 0]);
  const floor = viewport.height;
  const labelRoom = 7 * plane.label[0].length + 44;
  return (
    <g className="fill-ink-3 text-12" fontSize={11}>
      <path d={`M0 ${oy}H${viewport.width}M${ox} 0V${floor}`} className="stroke-line" />
      <g className="figures" textAnchor="middle">
        {across.map(({ value, text }) => {
          const x = toScreen(camera, viewport, [value, 0])[0];
          return x < 40 || x > viewport.width - labelRoom ? null : (
            <g key={text}>
              <path d={`M${x} ${floor}v-4`} className="stroke-line-strong" />
              <text x={x} y={floor - 8}>
                {text}
              </text>
            </g>
          );
        })}
      </g>
      <g className="figures" dominantBaseline="central">
        {up.map(({ value, text }) => {
          const y = toScreen(camera, viewport, [0, value])[1];
          return y < 28 || y > floor - 28 ? null : (
            <g key={text}>
              <path d={`M0 ${y}h4`} className="stroke-line-strong" />
              <text x={8} y={y}>
                {text}
              </text>
            </g>
          );
        })}
      </g>
      <text
        x={viewport.width - 8}
        y={floor - 8}
        textAnchor="end"
        className="fill-ink-2 font-medium"
      >
        {plane.label[0]} →
      </text>
      <text x={8} y={16} className="fill-ink-2 font-medium">
        ↑ {plane.label[1]}
      </text>
    </g>
  );
});

function ticksOf(from: number, to: number, pixels: number): { value: number; text: string }[] {
  const scale = scaleLinear().domain([from, to]);
  const wanted = Math.max(2, Math.floor(pixels / 90));
  const write = scale.tickFormat(wanted);
  return scale.ticks(wanted).map((value) => ({ value, text: write(value) }));
}
