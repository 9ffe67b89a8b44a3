import { memo } from 'react';
import { placeOf, type MapFrame } from './frame.ts';

/** Something said of a place or a region of the map. */
export interface MapMark {
  readonly id: string;
  readonly z: readonly number[];
  /** Of a region; null for a place. */
  readonly corners: readonly (readonly number[])[] | null;
  readonly comments: number;
  /** Who began it, and with which words. */
  readonly label: string;
}

type Props = {
  frame: MapFrame;
  marks: readonly MapMark[];
  current: string | null;
  onMark: (id: string) => void;
};

const [width, height] = [18, 16];

/**
 * A small bubble with the number of comments, its tip at the place. A pointer reaches it here; keys reach the same threads in
 * their list, so that marks are no stops of the Tab key.
 */
export const CommentMarks = memo(function CommentMarks({ frame, marks, current, onMark }: Props) {
  return (
    <div className="pointer-events-none absolute inset-0 overflow-hidden">
      {marks.map((mark) => {
        const [x, y] = placeOf(frame, mark.z);
        return (
          <button
            key={mark.id}
            type="button"
            tabIndex={-1}
            data-testid="comment-mark"
            aria-label={`Thread: ${mark.label}`}
            aria-current={mark.id === current || undefined}
            title={mark.label}
            onClick={() => onMark(mark.id)}
            className="group pointer-events-auto absolute left-0 top-0"
            style={{ transform: `translate(${x}px, ${y - height - 4}px)` }}
          >
            <svg width={width + 2} height={height + 5} aria-hidden className="block">
              <path
                d={`M1 ${height + 4} L1 3 Q1 1 3 1 H${width - 1} Q${width + 1} 1 ${width + 1} 3 V${height - 3} Q${width + 1} ${height - 1} ${width - 1} ${height - 1} H6 Z`}
                className="fill-surface stroke-accent group-hover:fill-accent-soft group-aria-[current]:fill-accent"
                strokeWidth={1.25}
              />
              <text
                x={width / 2 + 1}
                y={height / 2 + 4}
                fontSize={10}
                textAnchor="middle"
                className="figures fill-ink group-aria-[current]:fill-accent-ink"
              >
                {mark.comments > 99 ? '99' : mark.comments}
              </text>
            </svg>
          </button>
        );
      })}
    </div>
  );
});
