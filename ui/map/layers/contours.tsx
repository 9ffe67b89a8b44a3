import { memo } from 'react';
import type { ModelManifest } from '~/core/contracts/index.ts';
import { priorContour } from '~/core/latent/index.ts';
import { toScreen } from '../camera.ts';
import type { MapFrame } from '../frame.ts';

type Props = { frame: MapFrame; prior: ModelManifest['prior'] };

/** About where draws from the prior lie: 1 and 2 standard deviations of its shadow on this plane, as of a Gaussian. */
export const Contours = memo(function Contours({ frame, prior }: Props) {
  return (
    <g aria-hidden>
      {[1, 2].map((sd) => {
        const points = priorContour(frame.plane, prior, sd).map((point) =>
          toScreen(frame.camera, frame.viewport, point),
        );
        const [x, y] = points.reduce((top, point) => (point[1] < top[1] ? point : top));
        return (
          <g key={sd}>
            <polygon
              points={points.map((point) => point.join(',')).join(' ')}
              className="fill-none stroke-ink-3"
              strokeDasharray={sd === 1 ? undefined : '4 3'}
              strokeOpacity={0.75}
            />
            <text
              x={x}
              y={y - 4}
              fontSize={11}
              textAnchor="middle"
              className="fill-ink-3 stroke-surface stroke-[3px] [paint-order:stroke]"
            >
              {sd} sd
            </text>
          </g>
        );
      })}
    </g>
  );
});
