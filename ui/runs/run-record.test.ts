import { expect, it } from 'vitest';
import type { RunEventRow } from '~/core/contracts/index.ts';
import { addRow, emptyRecord } from './run-record.ts';

const metric = (index: number, epoch: number, loss: number, attempt = 1): RunEventRow => ({
  index,
  at: '2026-01-01T00:00:00.000Z',
  attempt,
  event: { kind: 'metric', epoch, values: { loss } },
});
const read = (rows: RunEventRow[]) => rows.reduce(addRow, emptyRecord);

it('reads the same record however often the connection broke', () => {
  const rows = [metric(1, 1, 9), metric(2, 2, 8), metric(5, 3, 7)];
  expect(read([...rows.slice(0, 2), ...rows])).toEqual(read(rows));
});

it('lets a resumed attempt replace what came after its checkpoint', () => {
  const record = read([metric(1, 1, 9), metric(2, 2, 8), metric(3, 3, 7), metric(4, 2, 6, 2)]);
  expect(record.metrics.map((event) => [event.epoch, event.values.loss])).toEqual([
    [1, 9],
    [2, 6],
  ]);
  expect(record.attempt).toBe(2);
});

it('tried again, and told from the beginning: the curve goes on from the checkpoint, no epoch twice', () => {
  const failed = [1, 2, 3, 4, 5].map((epoch) => metric(epoch, epoch, 10 - epoch));
  const retried = [4, 5, 6].map((epoch) => metric(epoch + 10, epoch, 9.5 - epoch, 2));
  const before = read(failed);
  // the subscription is opened anew without a position: what is known comes again, and changes nothing
  const replayed = failed.reduce(addRow, before);
  expect(replayed).toBe(before);
  const during = retried.slice(0, 1).reduce(addRow, replayed);
  expect(during.metrics.map(({ epoch }) => epoch)).toEqual([1, 2, 3, 4]);
  // and once more after a dropped socket
  const after = [...failed, ...retried].reduce(addRow, during);
  expect(after.metrics.map(({ epoch, values }) => [epoch, values.loss])).toEqual([
    [1, 9],
    [2, 8],
    [3, 7],
    [4, 5.5],
    [5, 4.5],
    [6, 3.5],
  ]);
  expect(after).toEqual(read([...failed, ...retried]));
});

it('keeps log lines in order and the last phase', () => {
  const at = '2026-01-01T00:00:00.000Z';
  const record = read([
    { index: 1, at, attempt: 1, event: { kind: 'log', level: 'info', text: 'a' } },
    { index: 2, at, attempt: 1, event: { kind: 'phase', phase: 'training', progress: 0.5 } },
    { index: 3, at, attempt: 1, event: { kind: 'log', level: 'error', text: 'b' } },
  ]);
  expect(record.log.map((line) => line.text)).toEqual(['a', 'b']);
  expect([record.phase, record.progress]).toEqual(['training', 0.5]);
});
