/** A text's box on the map: its left upper corner and width, in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

const mostRows = 12; // a whole class at one place still costs little to draw
const gap = 1;

/**
 * The boxes in order, each moved down as far as those before it need; nulls stay. Where more than twelve lie at one
 * place, those after them stay where they were.
 * @param height of every box, pixels
 */
export function stacked(boxes: readonly (Box | null)[], height: number): (Box | null)[] {
  const placed: Box[] = [];
  return boxes.map((box) => {
    const free = box && freeBelow(box, placed, height);
    if (free) placed.push(free);
    return free;
  });
}

function freeBelow(box: Box, placed: readonly Box[], height: number): Box {
  let { y } = box;
  for (let row = 0; row < mostRows; row++) {
    const inTheWay = placed.find(
      (other) =>
        Math.abs(other.y - y) < height + gap &&
        other.x < box.x + box.width &&
        box.x < other.x + other.width,
    );
    if (!inTheWay) return { ...box, y };
    y = inTheWay.y + height + gap;
  }
  return box;
}
