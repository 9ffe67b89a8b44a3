import type { RunEvent, RunEventRow } from '~/core/contracts/index.ts';

type Of<Kind extends RunEvent['kind']> = Extract<RunEvent, { kind: Kind }>;
export type LogLine = { index: number; at: string; level: Of<'log'>['level']; text: string };

/** What the page knows of a run: its record, read once and then as it grows. */
export type RunRecord = {
  lastIndex: number;
  attempt: number;
  phase: Of<'phase'>['phase'] | null;
  progress: number;
  metrics: readonly Of<'metric'>[];
  samples: readonly Of<'sample'>[];
  log: readonly LogLine[];
};

export const emptyRecord: RunRecord = {
  lastIndex: 0,
  attempt: 0,
  phase: null,
  progress: 0,
  metrics: [],
  samples: [],
  log: [],
};

/** A resumed attempt goes back to its checkpoint: what it tells anew takes the place of what was told before. */
function placed<E extends { epoch: number }>(list: readonly E[], event: E): E[] {
  const before = list.filter((other) => other.epoch < event.epoch);
  return [...before, event];
}

/** Adds one row; a row already seen, told again after a broken connection, changes nothing. */
export function addRow(record: RunRecord, row: RunEventRow): RunRecord {
  if (row.index <= record.lastIndex) return record;
  const next = { ...record, lastIndex: row.index, attempt: row.attempt };
  const { event } = row;
  switch (event.kind) {
    case 'phase':
      return { ...next, phase: event.phase, progress: event.progress };
    case 'metric':
      return { ...next, metrics: placed(record.metrics, event) };
    case 'sample':
      return { ...next, samples: placed(record.samples, event) };
    case 'log': {
      const line = { index: row.index, at: row.at, level: event.level, text: event.text };
      return { ...next, log: [...record.log, line] };
    }
  }
}
