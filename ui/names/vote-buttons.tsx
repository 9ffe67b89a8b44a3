'use client';
import { useMutation } from '@tanstack/react-query';
import type { DirectionDetail, DirectionName } from '~/core/contracts/index.ts';
import { shareFor } from '~/core/directions/index.ts';
import { Button } from '~/ui/kit/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { useSay } from './use-say.ts';

type Props = { detail: DirectionDetail; name: DirectionName };

const sides = [
  { value: 1, label: 'For' },
  { value: -1, label: 'Against' },
] as const;

/** My vote and everybody's: pressing the one that is pressed takes it back. */
export function VoteButtons({ detail, name }: Props) {
  const trpc = useTRPC();
  const vote = useMutation(trpc.directionName.vote.mutationOptions(useSay()));
  const { votes } = name;
  const share = shareFor(name);
  // my own vote is seen at once; the counts follow when the page has asked anew
  const now = vote.isPending ? vote.variables.value : votes.mine;
  const asked = { directionId: detail.direction.id, nameId: name.id };
  return (
    <div data-testid="votes" data-for={votes.for} data-against={votes.against}>
      <h4 className="mb-1 text-12 text-ink-3">
        {`Votes${share === null ? '' : `, ${Math.round(100 * share)} % for`}`}
      </h4>
      <div role="group" aria-label={`Votes on ${name.name}`} className="flex gap-1 lg:flex-col">
        {sides.map(({ value, label }) => {
          const mine = now === value;
          return (
            <Button
              key={value}
              size="small"
              aria-pressed={mine}
              disabled={!detail.maySpeak}
              className="w-28 aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent lg:w-full"
              onClick={() => vote.mutate({ ...asked, value: mine ? null : value })}
            >
              <span className="flex w-full justify-between">
                {label}
                <span className="figures">{value === 1 ? votes.for : votes.against}</span>
              </span>
            </Button>
          );
        })}
      </div>
    </div>
  );
}
