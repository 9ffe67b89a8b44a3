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

/** Pixels: the bubble stands up and to the right of its place, clear of a probe there. */
const [width, height] = [28, 26];
const outline = 'M.5 25.5 8.5 9V3Q8.5 1 10.5 1H24.5Q26.5 1 26.5 3V12Q26.5 14 24.5 14H13Z';

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
            className="group absolute left-0 top-0"
            style={{ transform: `translate(${x}px, ${y - height}px)` }}
          >
            <svg width={width} height={height} aria-hidden className="block">
              <path
                d={outline}
                className="fill-surface stroke-accent group-hover:fill-accent-soft group-aria-[current]:fill-accent"
                strokeWidth={1.25}
              />
              <text
                x={17.5}
                y={11}
                fontSize={10}
                textAnchor="middle"
                className="figures fill-ink group-aria-[current]:fill-accent-ink"
              >
                {mark.comments > 99 ? '99' : mark.comments}
              </text>
              <rect x={8} width={20} height={15} fill="transparent" pointerEvents="all" />
            </svg>
          </button>
        );
      })}
    </div>
  );
});
