import { expect, test } from 'vitest';
import { labDeedKind, type LabEvent } from '~/core/contracts/index.ts';
import { eventWords } from './event-words.ts';

const event = (changed: Partial<LabEvent>): LabEvent => ({
  ...{ seq: 1, at: '2026-11-23T06:00:00.000Z', who: 'Ada', what: 'lab created' },
  ...{ name: null, before: null, role: null, person: null },
  ...changed,
});

test.each(labDeedKind.options)(
  '%s reads as a sentence after a name, whatever is known of it',
  (what) => {
    const full = { what, name: 'New', before: 'Old', role: 'viewer', person: 'Ben' } as const;
    for (const one of [event(full), event({ what })])
      expect(`Ada ${eventWords(one)}.`).toMatch(/^Ada [a-z].*\.$/);
    expect(eventWords(event({ what }))).not.toMatch(/null|undefined/);
  },
);

test('a changed role says both', () => {
  const changed = {
    what: 'role changed',
    role: 'viewer',
    before: 'editor',
    person: 'Ben',
  } as const;
  expect(eventWords(event(changed))).toBe('made Ben viewer, editor before');
});
