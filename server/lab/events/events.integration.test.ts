import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Prediction } from '~/core/contracts/index.ts';
import { usualNulls } from '~/core/directions/index.ts';
import { labEvent } from '~/db/schema/index.ts';
import { furnishLab, furniture, type FurnishedLab } from '../../testing/furnished-lab.ts';
import { caller, signUp, type SignedUp } from '../../testing/people.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

let server: TestServer;
let rows: Awaited<ReturnType<typeof furniture>>;
let people: Record<'owner' | 'viewer' | 'removed', SignedUp>;
let newcomer: SignedUp;

beforeAll(async () => {
  server = await startTestServer();
  rows = await furniture(server);
  const [owner, viewer, removed] = await Promise.all([
    signUp(server, 'Owner'),
    signUp(server, 'Viewer'),
    signUp(server, 'Removed'),
  ]);
  people = { owner, viewer, removed };
  newcomer = await signUp(server, 'Newcomer');
});
afterAll(() => server.close());

type Api = Awaited<ReturnType<typeof caller>>;
type Act = (api: Api, lab: FurnishedLab) => Promise<unknown>;
/** `first`: what has to have happened before it. */
type Deed = { as?: 'newcomer' | 'viewer'; first?: Act; do: Act };

/** Everything a person can do that is written down, by what the list calls it. */
const deeds: Record<string, Deed> = {
  'lab renamed': { do: (api, { labId }) => api.lab.rename({ labId, name: 'Renamed' }) },
  'closed to guests': { do: (api, { labId }) => api.lab.setOpenToGuests({ labId, open: false }) },
  'invitation made': {
    do: (api, { labId }) =>
      api.invitation.create({ labId, role: 'editor', days: 1, maxUses: null, email: null }),
  },
  'invitation revoked': {
    do: (api, { labId, invitationId }) => api.invitation.revoke({ labId, invitationId }),
  },
  'invitation accepted': {
    as: 'newcomer',
    do: (api, { token }) => api.invitation.accept({ token }),
  },
  'person added': {
    do: (api, { labId, removed }) =>
      api.lab.addMember({ labId, userId: removed.person.id, role: 'viewer' }),
  },
  'role changed': {
    do: (api, { labId, viewer }) =>
      api.lab.setRole({ labId, userId: viewer.person.id, role: 'editor' }),
  },
  'person removed': {
    do: (api, { labId, viewer }) => api.lab.removeMember({ labId, userId: viewer.person.id }),
  },
  'person left': { as: 'viewer', do: (api, { labId }) => api.lab.leave({ labId }) },
  'run queued': { do: (api, { spec }) => api.run.create({ spec }) },
  'run queued again': { do: (api, { runId }) => api.run.retry({ runId }) },
  'model deleted': { do: (api, { modelId }) => api.model.remove({ modelId, views: 1 }) },
  'room made': { do: (api, { modelId }) => api.room.create({ modelId, name: 'Friday' }) },
  'room renamed': { do: (api, { roomId }) => api.room.rename({ roomId, name: 'Monday' }) },
  'room closed': { do: (api, { roomId }) => api.room.close({ roomId }) },
  'room opened again': {
    first: (api, { roomId }) => api.room.close({ roomId }),
    do: (api, { roomId }) => api.room.reopen({ roomId }),
  },
  'direction removed': {
    do: (api, { labId, directionId }) => api.direction.remove({ labId, directionId }),
  },
  'direction measured': {
    do: (api, { directionId }) => {
      const nulls = { ...usualNulls, steps: [-2, 2] as [number, number], metrics: [] };
      return api.direction.keepMeasured({ directionId, effects: null, nulls });
    },
  },
  'name given': {
    do: (api, { directionId }) =>
      api.directionName.give({ directionId, name: 'Other', claim: 'x', prediction: null }),
  },
  'prediction stated': {
    do: (api, lab) => api.directionName.state({ ...ofName(lab), claim: 'x', prediction }),
  },
  'vote cast': { do: (api, lab) => api.directionName.vote({ ...ofName(lab), value: 1 }) },
  'evidence added': {
    do: (api, lab) => {
      const evidence = { kind: 'link', url: 'https://example.org', label: '' } as const;
      return api.directionName.addEvidence({ ...ofName(lab), evidence });
    },
  },
  'comment written': {
    do: (api, lab) => api.directionName.comment({ ...ofName(lab), text: 'Is it so?' }),
  },
  'view saved': { do: (api, { view }) => api.view.save(view) },
  'view copied': {
    do: (api, { viewCode }) => api.view.copy({ code: viewCode, title: 'Mine' }),
  },
  'view described': {
    do: (api, { viewCode }) => api.view.describe({ code: viewCode, title: 'Other', note: '' }),
  },
  'view removed': { do: (api, { viewCode }) => api.view.remove({ code: viewCode }) },
  'thread begun': {
    do: (api, { directionId }) =>
      api.comment.begin({ target: { kind: 'direction', directionId }, text: 'Why?' }),
  },
  'reply written': {
    do: (api, { threadId }) => api.comment.reply({ threadId, text: 'Because.' }),
  },
  'comment edited': { do: (api, { commentId }) => api.comment.edit({ commentId, text: 'Hm.' }) },
  'comment withdrawn': { do: (api, { commentId }) => api.comment.withdraw({ commentId }) },
  'thread resolved': {
    do: (api, { threadId }) => api.comment.resolve({ threadId, resolved: true }),
  },
  'worker made': { do: (api, { labId }) => api.worker.create({ labId, name: 'box 2' }) },
  'worker revoked': { do: (api, { labId, workerId }) => api.worker.revoke({ labId, workerId }) },
};

const ofName = ({ directionId }: FurnishedLab) => ({ directionId, nameId: directionId });
const prediction: Prediction = {
  statements: [{ metric: 'density', change: 'rises' }],
  threshold: 0.5,
};
const apiOf = ({ as }: Deed) =>
  caller(server, as === 'newcomer' ? newcomer : people[as ?? 'owner']);
const furnish = () => furnishLab(server, rows, people, { open: true });

describe.each(Object.entries(deeds))('%s', (what, deed) => {
  test('is written down once, with its person and its time', async () => {
    const lab = await furnish();
    const asOwner = await caller(server, people.owner);
    await deed.first?.(asOwner, lab);
    const before = await asOwner.lab.events({ labId: lab.labId });
    const began = Date.now();
    await deed.do(await apiOf(deed), lab);
    const { events } = await asOwner.lab.events({ labId: lab.labId });
    const added = events.slice(0, events.length - before.events.length);
    const who = { newcomer: 'Newcomer', viewer: 'Viewer', owner: 'Owner' }[deed.as ?? 'owner'];
    expect(added.map((event) => [event.what, event.who])).toEqual([[what, who]]);
    expect(Date.parse(added[0]?.at ?? '')).toBeGreaterThanOrEqual(began - 1000);
  });
});

test('what is refused is not written down', async () => {
  const { labId, viewer } = await furnish();
  const asOwner = await caller(server, people.owner);
  await expect(asOwner.lab.leave({ labId })).rejects.toMatchObject({ code: 'CONFLICT' });
  const same = { labId, userId: viewer.person.id, role: 'viewer' } as const;
  await asOwner.lab.setRole(same); // nothing changed
  await asOwner.lab.rename({ labId, name: 'Furnished' });
  expect((await asOwner.lab.events({ labId })).events).toEqual([]);
});

test('pages hold everything once, also while more is written', async () => {
  const { labId } = await furnish();
  const { db } = server.services;
  const write = (from: number, to: number) =>
    db.insert(labEvent).values(
      Array.from({ length: to - from }, (_, k) => ({
        ...{ labId, who: null, what: 'lab renamed' as const },
        about: { name: String(from + k) },
      })),
    );
  await write(0, 130);
  const asViewer = await caller(server, people.viewer);
  const seen: string[] = [];
  let before: number | null = null;
  do {
    const page: Awaited<ReturnType<typeof asViewer.lab.events>> = await asViewer.lab.events({
      labId,
      cursor: before,
    });
    seen.push(...page.events.map(({ name }) => name ?? ''));
    before = page.next;
    await write(130, 137); // newer than every page that is still to come
  } while (before !== null);
  expect(seen).toEqual(Array.from({ length: 130 }, (_, k) => String(129 - k)));
});
