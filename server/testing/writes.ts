import type { Role } from '~/core/contracts/index.ts';
import { Generator, streams } from '~/core/random.ts';
import { directionName, nameComment, nameEvidence, nameVote } from '~/db/schema/index.ts';
import { newId } from '../lab/new-id.ts';
import { furnishLab, type furniture, type FurnishedLab } from './furnished-lab.ts';
import { giveRole } from './give-role.ts';
import { isMutation } from './is-mutation.ts';
import type { LabReader } from './lab-state.ts';
import type { SignedUp } from './people.ts';
import { procedures } from './rights-table.ts';
import type { TestServer } from './test-server.ts';

/** A furnished lab in which somebody has spoken: a second name with a vote, evidence and a comment. */
export type SpokenLab = FurnishedLab & {
  evidenceId: string;
  nameCommentId: string;
  newNameId: string;
};
type Ask = (lab: SpokenLab, chance: Generator) => unknown;
/** A procedure and what it is asked. */
export type Write = { path: string; input: unknown };

export const pick = <T>(chance: Generator, of: readonly [T, ...T[]]): T =>
  of[chance.nextInt(of.length)] ?? of[0];
const anyName = (lab: SpokenLab, chance: Generator) => ({
  directionId: lab.directionId,
  nameId: pick(chance, [lab.directionId, lab.newNameId]),
});
const anyMember = ({ owner, viewer }: SpokenLab, chance: Generator) =>
  pick(chance, [owner, viewer]).person.id;

/** Where the table of rights asks for something absent, or where much may be asked. */
const asked: Record<string, Ask> = {
  'lab.rename': ({ labId }, c) => ({ labId, name: pick(c, ['Other name', 'Third name']) }),
  'lab.setRole': (lab, c) => ({
    ...{ labId: lab.labId, userId: anyMember(lab, c) },
    role: pick(c, ['owner', 'editor', 'commenter', 'viewer']),
  }),
  'lab.removeMember': (lab, c) => ({ labId: lab.labId, userId: anyMember(lab, c) }),
  'lab.handOver': (lab, c) => ({ labId: lab.labId, userId: anyMember(lab, c) }),
  'lab.setOpenToGuests': ({ labId }, c) => ({ labId, open: pick(c, [true, false]) }),
  'room.rename': ({ roomId }, c) => ({ roomId, name: pick(c, ['Friday', 'Monday']) }),
  'direction.remove': ({ labId, directionId }) => ({ labId, directionId }),
  'directionName.give': ({ directionId }, c) => ({
    ...{ directionId, claim: 'x', prediction: null },
    name: pick(c, ['Given', 'Other']),
  }),
  'directionName.remove': anyName,
  'directionName.vote': (lab, c) => ({ ...anyName(lab, c), value: pick(c, [1, -1, null]) }),
  'directionName.comment': (lab, c) => ({ ...anyName(lab, c), text: 'said at once' }),
  'directionName.removeEvidence': ({ directionId, newNameId, evidenceId }) => ({
    ...{ directionId, nameId: newNameId, evidenceId },
  }),
  'directionName.removeComment': ({ directionId, newNameId, nameCommentId }) => ({
    ...{ directionId, nameId: newNameId, commentId: nameCommentId },
  }),
};

/** Writes that need more than a lab, each with the reason. */
const elsewhere: Record<string, string> = {
  'lab.create': 'touches no lab that is there',
  'account.endSession': 'touches no lab',
  'inbox.markRead': 'touches one’s own inbox, over all labs',
  'inbox.markThreadRead': 'the same',
  'inbox.markAllRead': 'the same',
  'connectome.import': 'needs files sent before',
};

/** Every procedure that changes something of a lab: those of the table of rights. */
export const writes = Object.keys(procedures).filter(
  (path) => isMutation(path) && !(path in elsewhere),
);

/** One of the many ways in which a procedure can be asked, by the seed. */
export function writeTo(lab: SpokenLab, path: string, seed: number): Write {
  const ask = asked[path] ?? procedures[path]?.input;
  return { path, input: ask?.(lab, new Generator(seed, streams.bench)) };
}

/** Two of them differ in their ids alone. @param role of the one who is called viewer */
export async function spokenLab(
  server: TestServer,
  rows: Awaited<ReturnType<typeof furniture>>,
  people: Pick<FurnishedLab, 'owner' | 'viewer' | 'removed'>,
  role: Role,
): Promise<SpokenLab> {
  const { db } = server.services;
  const lab = await furnishLab(server, rows, people, { open: false });
  const { labId, directionId } = lab;
  await giveRole(server, { labId, userId: people.viewer.person.id, role }, 'member');
  const newNameId = newId('name');
  const evidenceId = newId('evi');
  const nameCommentId = newId('cmt');
  const by = { userId: people.viewer.person.id };
  const name = { directionId, labId, ...by, claim: '' };
  await db.insert(directionName).values([
    { ...name, id: directionId, name: 'Kept axis' },
    { ...name, id: newNameId, name: 'Other' },
  ]);
  await db.insert(nameVote).values({ nameId: newNameId, ...by, value: 1 });
  await db.insert(nameEvidence).values({
    ...{ id: evidenceId, nameId: newNameId, ...by },
    content: { kind: 'link', url: 'https://example.org/', label: '' },
  });
  await db.insert(nameComment).values({ id: nameCommentId, nameId: newNameId, ...by, text: 'so' });
  return { ...lab, newNameId, evidenceId, nameCommentId };
}

/** What the answer was, without what is said of it: `done` or the code of the refusal. */
export async function call(origin: string, as: SignedUp, { path, input }: Write): Promise<string> {
  const response = await fetch(`${origin}/api/trpc/${path}`, {
    method: 'POST',
    headers: { ...as.headers, origin, 'content-type': 'application/json' },
    body: JSON.stringify(input ?? null),
  });
  const body = (await response.json()) as { error?: { data: { code: string } } };
  return body.error?.data.code ?? 'done';
}

/** What a lab is, in a form that two of them can be compared by. */
export async function stateOf(reader: LabReader, lab: SpokenLab): Promise<string[]> {
  const ids = Object.entries(lab).filter(
    (entry): entry is [string, string] =>
      /(Id|Code)$/.test(entry[0]) && typeof entry[1] === 'string',
  );
  return reader.read(lab.labId, Object.fromEntries(ids));
}
