import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { project } from '../latent/planes.ts';
import { pin, plane, presence, probe } from './room.ts';

const wild = fc.double({ noNaN: true });
const number = fc.oneof(wild, fc.double({ min: -1e4, max: 1e4, noNaN: true }));
const vector = fc.array(number, { minLength: 2, maxLength: 3 });
const label = fc.tuple(fc.string({ maxLength: 200 }), fc.string({ maxLength: 200 }));

/** Pixels of the widest page at the closest zoom; SVG reads single precision. */
const pixelsPerUnit = 4e3 / 1e-4;
const drawable = (at: number) => expect(Math.abs(at * pixelsPerUnit)).toBeLessThan(1e38);

describe('what comes from anybody', () => {
  it('is drawable wherever it counts as there', () => {
    const planes = fc.record({ id: fc.string(), label, origin: vector, u: vector, v: vector });
    const views = fc.record({ plane: planes, center: fc.tuple(number, number), span: number });
    const probes = fc.record({ z: vector, seed: fc.nat(), conditions: fc.nat() });
    fc.assert(
      fc.property(views, probes, (view, place) => {
        const here = probe.safeParse(place);
        const shown = plane.safeParse(view.plane);
        const looking = presence.shape.view.safeParse(view).data;
        if (here.success)
          for (const value of here.data.z) expect(Math.abs(value)).toBeLessThan(1e5);
        if (shown.success && here.success) project(shown.data, here.data.z).forEach(drawable);
        if (looking) {
          looking.center.forEach(drawable);
          expect(looking.span).toBeGreaterThan(1e-5);
          expect(looking.span).toBeLessThan(1e6);
          for (const text of looking.plane.label) expect(text.length).toBeLessThanOrEqual(80);
        }
      }),
      { seed: 20261122, numRuns: 3000 },
    );
  });

  const here = { id: 'x', label: ['a', 'b'], origin: [0, 0], u: [1, 0], v: [0, 1] };
  const view = { plane: here, center: [0, 0], span: 1 };
  const pinned = {
    ...{ id: 'p', probe: { z: [0, 0], seed: 1, conditions: 0 }, model: 'm', n: 2 },
    ...{ adjacency: 'Bg==', borderline: 0, name: 'A', at: 0 },
    by: { id: 'ada', name: 'Ada', color: '#009988' },
  };
  it('may lie as far as pages go', () => {
    expect(presence.shape.view.safeParse({ ...view, span: 1e4 }).success).toBe(true);
    expect(presence.shape.view.safeParse({ ...view, span: 1e-3 }).success).toBe(true);
    expect(pin.safeParse(pinned).success).toBe(true);
  });

  it.each([
    ['a view far away', presence.shape.view, { ...view, center: [1e300, 0], span: 1e-300 }],
    ['a view of no width', presence.shape.view, { ...view, span: 1e-300 }],
    ['a probe far away', probe, { z: [1e200, 0], seed: 1, conditions: 0 }],
    ['a cursor far away', presence.shape.cursor, [1e200]],
    ['a pin far away', pin, { ...pinned, probe: { ...pinned.probe, z: [1e300] } }],
    ['a colour that is none', pin, { ...pinned, by: { ...pinned.by, color: 'x'.repeat(5000) } }],
    ['a model of many letters', pin, { ...pinned, model: 'x'.repeat(5000) }],
    ['edges of too many', pin, { ...pinned, adjacency: 'A'.repeat(50_000) }],
    ['a label of many letters', plane, { ...here, label: ['a'.repeat(5000), 'b'] }],
    ['a plane of tiny directions', plane, { ...here, u: [1e-70, 0], v: [0, 1e-70] }],
  ])('%s counts as not there', (_, contract, value) => {
    expect(contract.safeParse(value).success).toBe(false);
  });
});
