'use client';
import { createContext, use, useEffect } from 'react';
import { Button } from '~/ui/kit/index.ts';

/** Work of a page that the server does not have, and the way to keep it. */
export type KeptWork = { words: string; save: () => void };

export const KeptWorkContext = createContext<(work: KeptWork | null) => void>(() => undefined);

/** Lets whatever closes over this page offer the page's work. */
export function useKeptWork(work: KeptWork | null): void {
  const offer = use(KeptWorkContext);
  useEffect(() => {
    offer(work);
    return () => offer(null);
  }, [offer, work]);
}

export function KeptWorkOffer({ work }: { work: KeptWork }) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded border border-warn bg-warn-soft px-3 py-2 text-13 text-warn">
      <p className="min-w-0 flex-1 basis-56">{work.words}</p>
      <Button size="small" onClick={work.save}>
        Download the bench
      </Button>
    </div>
  );
}
