'use client';
import Link from 'next/link';
import { useState } from 'react';
import type { LabSummary, RunWaiting } from '~/core/contracts/index.ts';
import { Button, Notice } from '~/ui/kit/index.ts';
import { labHref, mayEdit } from '~/ui/site/index.ts';
import { NewWorkerDialog } from '~/ui/workers/index.ts';
import { waitingWords } from './waiting-words.ts';

/** What a queued run waits for; where nobody can take it, how to start a worker. */
export function RunWaitingNote({ waiting, lab }: { waiting: RunWaiting; lab: LabSummary }) {
  const [asking, setAsking] = useState(false);
  if (waiting.workers > 0) return <p className="text-13 text-ink-2">{waitingWords(waiting)}</p>;
  return (
    <Notice tone="warn">
      <p>{waitingWords(waiting)}</p>
      <p className="mt-1">
        <code>npm run up</code> starts a worker on the server’s own machine; its log is{' '}
        <code>logs/worker.log</code> in the data folder. A worker on any other machine is one line.{' '}
        {mayEdit(lab) ? (
          <>
            All workers:{' '}
            <Link className="underline" href={labHref(lab.slug, 'settings')}>
              Settings
            </Link>
            .
          </>
        ) : (
          'An editor of this lab can make it.'
        )}
      </p>
      {mayEdit(lab) && (
        <Button size="small" className="mt-2" onClick={() => setAsking(true)}>
          Add a worker
        </Button>
      )}
      <NewWorkerDialog labId={lab.id} open={asking} onOpenChange={setAsking} />
    </Notice>
  );
}
