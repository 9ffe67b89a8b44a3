import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { viewCode, type NewView } from '~/core/contracts/index.ts';
import { model, view } from '~/db/schema/index.ts';
import { furnishLab, furniture, type FurnishedLab } from '../../testing/furnished-lab.ts';
import { giveRole } from '../../testing/give-role.ts';
import { caller, enterAsGuest, signUp, type SignedUp } from '../../testing/people.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

let server: TestServer;
let rows: Awaited<ReturnType<typeof furniture>>;
let people: Record<'owner' | 'viewer' | 'removed', SignedUp>;
let ben: SignedUp;
let lab: FurnishedLab;

beforeAll(async () => {
  server = await startTestServer();
  rows = await furniture(server);
  people = {
    owner: await signUp(server, 'Owner'),
    viewer: await signUp(server, 'Viewer'),
    removed: await signUp(server, 'Removed'),
  };
  ben = await signUp(server, 'Ben');
});
beforeEach(async () => {
  lab = await furnishLab(server, rows, people, { open: false });
  const { labId } = lab;
  await giveRole(server, { labId, userId: ben.person.id, role: 'commenter' }, 'newcomer');
});
afterAll(() => server.close());

const as = (who: SignedUp | null) => caller(server, who);

test('what was saved comes back whole, with the model named by the server', async () => {
  const api = await as(ben);
  const { code } = await api.view.save(lab.view);
  expect(viewCode.safeParse(code).success).toBe(true);
  const back = await (await as(people.viewer)).view.get({ code });
  const { state } = lab.view;
  expect(back).toMatchObject({
    ...{ title: 'A pair', note: 'Two of four.', seed: 7, size: 4, mayCopy: false, mayEdit: false },
    by: { name: 'Ben', mine: false },
    state: { ...state, model: { id: lab.modelId, name: 'Small model', version: 1 } },
    picture: lab.view.picture,
    of: { id: lab.modelId, sha256: state.model.sha256 },
    lab: { slug: lab.slug, name: 'Furnished' },
    origin: null,
  });
  expect(back.state.model.decoder).toBe(lab.decoderSha256);
});

test('a list holds everything once, newest first, also mine alone', async () => {
  const [asBen, asOwner] = [await as(ben), await as(people.owner)];
  for (let k = 0; k < 65; k++)
    await (k % 2 ? asBen : asOwner).view.save({ ...lab.view, title: String(k) });
  const all = async (mine: boolean) => {
    const titles: string[] = [];
    let cursor: number | null = null;
    do {
      const page: Awaited<ReturnType<typeof asBen.view.list>> = await asBen.view.list({
        ...{ labId: lab.labId, mine, cursor },
      });
      titles.push(...page.views.map(({ title }) => title));
      cursor = page.next;
    } while (cursor !== null);
    return titles;
  };
  const numbers = Array.from({ length: 65 }, (_, k) => String(64 - k));
  expect(await all(false)).toEqual([...numbers, 'A pair']);
  expect(await all(true)).toEqual(numbers.filter((one) => Number(one) % 2));
});

test('a copy is one’s own, says where it came from, and outlives it', async () => {
  const copy = await (await as(ben)).view.copy({ code: lab.viewCode, title: 'Mine' });
  expect(copy).toMatchObject({
    title: 'Mine',
    by: { name: 'Ben', mine: true },
    origin: { code: lab.viewCode, title: 'A pair' },
    mayEdit: true,
  });
  const asOwner = await as(people.owner);
  const [a, b] = [
    await asOwner.view.get({ code: copy.code }),
    await asOwner.view.get({ code: lab.viewCode }),
  ];
  expect([a.state, a.picture, a.note]).toEqual([b.state, b.picture, b.note]);
  await asOwner.view.remove({ code: lab.viewCode });
  expect((await asOwner.view.get({ code: copy.code })).origin).toEqual({
    ...{ code: lab.viewCode, title: null },
  });
});

test('words change, what is shown does not; who saved it may, and editors', async () => {
  const { code } = await (await as(ben)).view.save(lab.view);
  const before = await (await as(ben)).view.get({ code });
  await (await as(ben)).view.describe({ code, title: 'Better', note: '' });
  await (await as(people.owner)).view.describe({ code, title: 'Best', note: 'Seen.' });
  const after = await (await as(ben)).view.get({ code });
  expect(after).toEqual({ ...before, title: 'Best', note: 'Seen.' });
  const { view: asBen } = await as(ben);
  const hers = { code: lab.viewCode };
  await expect(asBen.describe({ ...hers, title: 'x', note: '' })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
  await expect(asBen.remove(hers)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  const { labId } = lab;
  await giveRole(server, { labId, userId: ben.person.id, role: 'viewer' }, 'member');
  await expect((await as(ben)).view.remove({ code })).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

describe('who has no right', () => {
  test('hears the same of a view that is there and of one that is not', async () => {
    const guest = await enterAsGuest(server, 'Guest');
    for (const who of [null, guest, people.removed]) {
      const api = await as(who);
      const said = async (code: string) => {
        const refused: unknown = await api.view.get({ code }).catch((error: unknown) => error);
        return String(refused);
      };
      expect(await said(lab.viewCode)).toBe(await said('2222222222'));
    }
  });

  test('of an open lab a stranger sees a view, and may not keep one', async () => {
    const open = await furnishLab(server, rows, people, { open: true });
    const asStranger = await as(null);
    const seen = await asStranger.view.get({ code: open.viewCode });
    expect(seen).toMatchObject({ title: 'A pair', mayCopy: false, mayEdit: false });
    expect(seen.by).toEqual({ name: 'Owner', mine: false });
    const guest = await as(await enterAsGuest(server, 'Guest'));
    await expect(guest.view.save(open.view)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('refused is', () => {
  const spoil: Record<string, (sound: NewView) => unknown> = {
    'a picture of another circuit': (v) => ({ ...v, picture: { ...v.picture, classes: 'EE' } }),
    'a picture that is a script': (v) => ({
      ...{ ...v, picture: { ...v.picture, map: '<svg onload="x">' } },
    }),
    'a picture too large': (v) => ({ ...v, picture: { ...v.picture, map: 'AAAA'.repeat(601) } }),
    'edges of another size': (v) => ({ ...v, state: { ...v.state, size: 3 } }),
    'a place of another latent space': (v) => ({
      ...{ ...v, state: { ...v.state, probe: { ...v.state.probe, z: [0, 0, 0, 0, 0] } } },
    }),
    'a title of nothing': (v) => ({ ...v, title: ' \u200b' }),
    'a note too long': (v) => ({ ...v, note: 'x'.repeat(2001) }),
    'a control character in the name of a plane': (v) => ({
      ...{ ...v, state: { ...v.state, plane: { ...v.state.plane, label: ['a\u0007', 'b'] } } },
    }),
    'another version of this contract': (v) => ({ ...v, state: { ...v.state, version: 99 } }),
  };

  test.each(Object.entries(spoil))('%s', async (_, change) => {
    const api = await as(ben);
    const spoilt = change(lab.view) as NewView;
    await expect(api.view.save(spoilt)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  test('a view of another model than the lab has', async () => {
    const api = await as(ben);
    const { state } = lab.view;
    const other = (change: Partial<NewView['state']['model']>): NewView => ({
      ...{ ...lab.view, state: { ...state, model: { ...state.model, ...change } } },
    });
    const foreign = await furnishLab(server, rows, people, { open: false });
    await expect(api.view.save(other({ id: foreign.modelId }))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(api.view.save(other({ sha256: 'a'.repeat(64) }))).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });
});

test('connections are counted and named by the server, whatever a page says of them', async () => {
  const { state } = lab.view;
  const lying = { ...state.edges, count: 5, hash: '00000000' };
  const { code } = await (
    await as(ben)
  ).view.save({ ...lab.view, state: { ...state, edges: lying } });
  const { edges } = (await (await as(ben)).view.get({ code })).state;
  expect(edges).toMatchObject({ count: 3, hash: state.edges.hash });
});

test('a view of a newer version of the program is left alone and said to be so', async () => {
  const { db } = server.services;
  const [row] = await db.select().from(view).where(eq(view.code, lab.viewCode));
  const state = { ...(row?.state as object), version: 99 };
  await db.update(view).set({ state }).where(eq(view.code, lab.viewCode));
  const api = await as(people.owner);
  await expect(api.view.get({ code: lab.viewCode })).rejects.toMatchObject({
    ...{ code: 'PRECONDITION_FAILED', message: expect.stringContaining('newer version') as string },
  });
  expect((await api.view.list({ labId: lab.labId, mine: false })).views).toEqual([]);
});

test('a model whose card was written anew still opens its views', async () => {
  const sha256 = 'c'.repeat(64);
  await server.services.db.update(model).set({ sha256 }).where(eq(model.id, lab.modelId));
  const { state, of } = await (await as(people.owner)).view.get({ code: lab.viewCode });
  expect(of.sha256).toBe(sha256);
  expect(state.model.sha256).toBe(lab.view.state.model.sha256);
});
