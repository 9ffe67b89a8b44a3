import { expect, test } from 'vitest';
import type { ModelSummary, RoomSummary } from '~/core/contracts/index.ts';
import { demoRoom } from './demo-room.ts';

const model: ModelSummary = {
  id: 'mdl_x',
  labId: 'lab_x',
  version: 1,
  name: 'Starter',
  sha256: '0'.repeat(64),
  connectome: { id: 'con_x', name: 'Model column', isModel: true },
  runId: null,
  size: 64,
  circuits: 100,
  metricR2Mean: 0.9,
  auc: 0.8,
  ap: 0.4,
  bits: 100,
  corpusSha256: '0'.repeat(64),
  createdAt: '2026-01-01T00:00:00.000Z',
};
const room = (id: string, of: Partial<ModelSummary>): RoomSummary => ({
  id,
  labId: 'lab_x',
  name: 'Demo',
  model: { ...model, ...of },
  canWrite: false,
  createdAt: '2026-01-01T00:00:00.000Z',
  activeAt: '2026-01-01T00:00:00.000Z',
  closedAt: null,
});

test('it is the first room of the newest model that came with the program', () => {
  const rooms = [
    room('earlier', { version: 1 }),
    room('trained here', { version: 3, runId: 'run_x' }),
    room('now', { version: 2 }),
    room('also now', { version: 2 }),
  ];
  expect(demoRoom(rooms)?.id).toBe('now');
});

test('without such a model it is the first room, without rooms none', () => {
  expect(demoRoom([room('a', { runId: 'run_x' }), room('b', { runId: 'run_y' })])?.id).toBe('a');
  expect(demoRoom([])).toBeUndefined();
});

test('a closed room is none', () => {
  const closed = { ...room('closed', { version: 2 }), closedAt: '2026-02-01T00:00:00.000Z' };
  expect(demoRoom([closed, room('earlier', { version: 1 })])?.id).toBe('earlier');
  expect(demoRoom([closed])).toBeUndefined();
});
