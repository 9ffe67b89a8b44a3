import { and, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { role as roles, type Role } from '~/core/contracts/index.ts';
import { Generator, streams } from '~/core/random.ts';
import { labEvent, membership } from '~/db/schema/index.ts';
import { closeServices, openServices, type Services } from '../../services.ts';
import { caller, signUp, type SignedUp } from '../../testing/people.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { until } from '../../testing/until.ts';
import { giveRole } from '../../testing/give-role.ts';
import { lockLab } from '../lock-lab.ts';

let server: TestServer;
let second: Services; // another server process on the same database, with connections of its own
let people: SignedUp[];

beforeAll(async () => {
  server = await startTestServer();
  const { env, log } = server.services;
  second = await openServices(env, log);
  people = await Promise.all(['Ada', 'Ben', 'Cleo', 'Dora'].map((name) => signUp(server, name)));
});
afterAll(async () => {
  await closeServices(second);
  await server.close();
});

const who = (index: number): SignedUp => {
  const person = people[index];
  if (!person) throw new Error(`nobody has number ${index}`);
  return person;
};
const calling = async (index: number, on: 'first' | 'second') =>
  caller({ ...server, services: on === 'first' ? server.services : second }, who(index));

/** Ada's lab, in which all four have these roles. */
async function labOf(name: string, given: readonly Role[]): Promise<string> {
  const { id: labId } = await (await calling(0, 'first')).lab.create({ name });
  for (const [k, role] of given.entries()) {
    const onlyIf = k === 0 ? 'member' : 'newcomer';
    await giveRole(server, { labId, userId: who(k).person.id, role }, onlyIf);
  }
  return labId;
}

const rolesIn = async (labId: string) => {
  const rows = await server.services.db
    .select()
    .from(membership)
    .where(eq(membership.labId, labId));
  return new Map(rows.map(({ userId, role }) => [userId, role]));
};

/** Four people do at once, each twice, whatever may take an owner away. */
async function story(seed: number): Promise<void> {
  const chance = new Generator(seed, streams.bench);
  const some = <T>(of: readonly T[]): T => of[chance.nextInt(of.length)] ?? (of[0] as T);
  const start = people.map((_, k) => (k === 0 ? 'owner' : some(['owner', 'owner', 'editor'])));
  const labId = await labOf(`Story ${seed}`, start as Role[]);
  const began = await rolesIn(labId);
  const deeds = Array.from({ length: 8 }, async (_, k) => {
    const api = await calling(k % 4, k % 2 === 0 ? 'first' : 'second');
    const userId = some(people).person.id;
    const what = some(['leave', 'remove', 'lower', 'hand over', 'raise']);
    if (what === 'leave') return api.lab.leave({ labId });
    if (what === 'remove') return api.lab.removeMember({ labId, userId });
    if (what === 'hand over') return api.lab.handOver({ labId, userId });
    const role = what === 'raise' ? 'owner' : some(['editor', 'viewer'] as const);
    return api.lab.setRole({ labId, userId, role });
  });
  const ended = await Promise.allSettled(deeds);
  for (const one of ended)
    if (one.status === 'rejected')
      expect(['FORBIDDEN', 'NOT_FOUND', 'CONFLICT', 'BAD_REQUEST']).toContain(
        (one.reason as { code?: string }).code,
      );
  const now = await rolesIn(labId);
  expect([...now.values()], `seed ${seed}`).toContain('owner');
  expect(await told(labId, began), `seed ${seed}`).toEqual(now);
}

/** What the list of what happened makes of these roles. */
async function told(labId: string, began: Map<string, Role>): Promise<Map<string, Role>> {
  const at = new Map(began);
  const events = await server.services.db
    .select()
    .from(labEvent)
    .where(eq(labEvent.labId, labId))
    .orderBy(labEvent.seq);
  for (const { who: by, what, about } of events) {
    if (what === 'person left') at.delete(by ?? '');
    if (what === 'person removed') at.delete(about.personId ?? '');
    if (what === 'role changed') at.set(about.personId ?? '', roles.parse(about.role));
    if (what === 'lab handed over') at.set(about.personId ?? '', 'owner').set(by ?? '', 'editor');
  }
  return at;
}

test('whatever happens at once, a lab has an owner, and its list tells how it came about', async () => {
  for (let seed = 1; seed <= 40; seed++) await story(seed);
});

test('who waits for their turn acts by what was done before, also from another server', async () => {
  const labId = await labOf('Turns', ['owner', 'owner']);
  const ben = and(eq(membership.labId, labId), eq(membership.userId, who(1).person.id));
  const leaving = await server.services.db.transaction(async (tx) => {
    await lockLab(tx, labId);
    const asAda = await calling(0, 'second');
    const left = Promise.allSettled([asAda.lab.leave({ labId })]);
    await until('Ada waits for the row of the lab', async () => {
      const { rows } = await server.services.db.execute(
        sql`select 1 from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return rows.length > 0;
    });
    await tx.update(membership).set({ role: 'editor' }).where(ben);
    return { left };
  });
  const [outcome] = await leaving.left;
  expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'CONFLICT' } });
  expect((await rolesIn(labId)).get(who(0).person.id)).toBe('owner');
});

test('handing over makes another the owner and oneself editor, or nothing of it', async () => {
  const labId = await labOf('Handed', ['owner', 'viewer', 'editor']);
  const asAda = await calling(0, 'first');
  const stranger = { labId, userId: who(3).person.id };
  await expect(asAda.lab.handOver(stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const self = { labId, userId: who(0).person.id };
  await expect(asAda.lab.handOver(self)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  const before = await rolesIn(labId);
  const stop = new AbortController();
  const heard = server.services.bus.subscribe('membership', labId, stop.signal);
  await asAda.lab.handOver({ labId, userId: who(1).person.id });
  const after = await rolesIn(labId);
  expect([0, 1, 2].map((k) => before.get(who(k).person.id))).toEqual(['owner', 'viewer', 'editor']);
  expect([0, 1, 2].map((k) => after.get(who(k).person.id))).toEqual(['editor', 'owner', 'editor']);
  const next = async () => (await heard.next()).value as { userId?: string; role?: string };
  let told = await next();
  while (told.userId !== who(1).person.id || told.role !== 'owner') told = await next(); // of before
  expect(await next()).toMatchObject({ userId: who(0).person.id, role: 'editor' });
  stop.abort();
  await expect(asAda.lab.handOver({ labId, userId: who(2).person.id })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
});
