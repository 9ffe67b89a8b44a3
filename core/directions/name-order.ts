import type { DirectionName, Verdict } from '../contracts/direction-name.ts';

export const nameOrders = ['votes', 'test', 'disagreement'] as const;
export type NameOrder = (typeof nameOrders)[number];

type Voted = Pick<DirectionName, 'votes'>;
type Judged = Voted & { readonly test: { readonly verdict: Verdict } | null };

/** What a verdict is beside a share of votes. */
const worth: Record<Verdict, number> = { supported: 1, undecided: 0.5, contradicted: 0 };

const net = ({ votes }: Voted) => votes.for - votes.against;

/** Share of the votes that are for a name; null where nobody has voted. */
export function shareFor({ votes }: Voted): number | null {
  const all = votes.for + votes.against;
  return all > 0 ? votes.for / all : null;
}

/**
 * How far votes and test are apart, 0 to 1: the share of votes for a name against 1 where its prediction is supported, 0.5
 * where it is undecided, 0 where it is contradicted. Null where there are no votes or there was no test.
 */
export function disagreement(name: Judged): number | null {
  const share = shareFor(name);
  return share === null || !name.test ? null : Math.abs(share - worth[name.test.verdict]);
}

const value: Record<NameOrder, (name: Judged) => number> = {
  votes: net,
  test: ({ test }) => (test ? worth[test.verdict] : -1),
  disagreement: (name) => disagreement(name) ?? -1,
};

/** Highest first; those that are equal by votes, and then as they were given, oldest first. */
export function inOrder<Name extends Judged>(names: readonly Name[], order: NameOrder): Name[] {
  const by = value[order];
  return [...names].sort((a, b) => by(b) - by(a) || net(b) - net(a));
}

/** The name a direction goes by: the one with the most votes, for less against; of equals the oldest. */
export function titleOf<Name extends Voted>(names: readonly Name[]): Name | null {
  return names.reduce<Name | null>(
    (best, name) => (best && net(best) >= net(name) ? best : name),
    null,
  );
}
