'use client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, Notice } from '~/ui/kit/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { auth } from './auth-client.ts';

const names = { github: 'GitHub', orcid: 'ORCID' } as const;

/** Sign in by who knows you elsewhere, where this server is set up for it. */
export function OtherDoors({ next }: { next: string }) {
  const ways = useQuery({ ...useTRPC().account.ways.queryOptions(), staleTime: Infinity }).data;
  const [error, setError] = useState<string | null>(null);
  const doors = (['github', 'orcid'] as const).filter((way) => ways?.[way]);
  if (doors.length === 0) return null;
  const go = async (provider: (typeof doors)[number]) => {
    const answer = await auth.signIn.social({
      provider,
      callbackURL: next,
      errorCallbackURL: '/signin',
    });
    if (answer.error) setError(answer.error.message ?? 'That did not work. Try again.');
  };
  return (
    <div className="flex flex-col gap-3 border-t border-line pt-3">
      <div className="flex flex-wrap gap-2">
        {doors.map((way) => (
          <Button key={way} onClick={() => void go(way)}>
            Sign in with {names[way]}
          </Button>
        ))}
      </div>
      {error && <Notice tone="danger">{error}</Notice>}
    </div>
  );
}
