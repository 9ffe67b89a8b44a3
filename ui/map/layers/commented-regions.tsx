import { memo } from 'react';
import { placeOf, type MapFrame } from '../frame.ts';
import type { MapMark } from '../comment-marks.tsx';

type Props = { frame: MapFrame; marks: readonly MapMark[]; current: string | null };

/** Outlines of the regions that are commented on, projected onto the plane that is shown. */
export const CommentedRegions = memo(function CommentedRegions({ frame, marks, current }: Props) {
  return (
    <g aria-hidden fill="none">
      {marks.map(
        ({ id, corners }) =>
          corners && (
            <polygon
              key={id}
              data-testid="commented-region"
              points={corners.map((corner) => placeOf(frame, corner).join(',')).join(' ')}
              className="stroke-accent"
              strokeWidth={id === current ? 2 : 1}
              strokeDasharray="2 3"
            />
          ),
      )}
    </g>
  );
});
