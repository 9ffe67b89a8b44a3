import { expect, test } from 'vitest';
import { threadHref } from './thread-href.ts';

const nowhere = { modelId: null, roomId: null, directionId: null, runId: null };
const href = (place: Partial<typeof nowhere> | Record<string, string>) =>
  threadHref({
    lab: { slug: 'demo', name: 'Demo lab' },
    thread: { id: 'thr_1', about: 'x', kind: 'x' },
    place: { ...nowhere, ...place },
  });

test.each([
  [{ runId: 'run_1' }, '/labs/demo/runs/run_1?thread=thr_1'],
  [{ modelId: 'm', directionId: 'd' }, '/labs/demo/models/m/directions/d?thread=thr_1'],
  [{ modelId: 'm', roomId: 'r' }, '/labs/demo/maps/m/r?thread=thr_1'],
  [
    { modelId: 'm', roomId: 'r', directionId: 'd' },
    '/labs/demo/models/m/directions/d?thread=thr_1',
  ],
  [{ modelId: 'm' }, '/labs/demo'], // a model without a room
])('a thread of %j is at %s', (place, at) => {
  expect(href(place)).toBe(at);
});
