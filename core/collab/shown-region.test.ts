import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sidesOf, spanToShow } from './shown-region.ts';

const pixels = fc.integer({ min: 40, max: 4000 });
const windowSize = fc.tuple(pixels, pixels);
const spans = fc.double({ min: 1e-3, max: 1e3, noNaN: true });
const seed = 20261123;

it('a window of any shape shows all that another shows, and one side no more', () => {
  fc.assert(
    fc.property(windowSize, windowSize, spans, ([w, h], [width, height], span) => {
      const [across, up] = sidesOf({ span, ratio: w / h });
      const [wide, tall] = sidesOf({
        span: spanToShow({ span, ratio: w / h }, width, height),
        ratio: width / height,
      });
      expect(wide).toBeGreaterThanOrEqual(across * (1 - 1e-9));
      expect(tall).toBeGreaterThanOrEqual(up * (1 - 1e-9));
      expect(Math.min(wide / across, tall / up)).toBeCloseTo(1, 9);
    }),
    { seed },
  );
});

it('a window of the same shape shows the same', () => {
  fc.assert(
    fc.property(windowSize, spans, ([w, h], span) => {
      expect(spanToShow({ span, ratio: w / h }, w, h) / span).toBeCloseTo(1, 9);
    }),
    { seed },
  );
});

it('who says no shape shows a square', () => {
  expect(spanToShow({ span: 2 }, 800, 600)).toBe(2);
  expect(spanToShow({ span: 2, ratio: 2 }, 600, 600)).toBe(4);
  expect(spanToShow({ span: 2, ratio: 2 }, 300, 600)).toBe(4);
  expect(spanToShow({ span: 2, ratio: 2 }, 1200, 400)).toBe(2);
});
