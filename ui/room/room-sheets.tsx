'use client';
import type { ReactNode } from 'react';
import { Button, Dialog, ThemeToggle } from '~/ui/kit/index.ts';
import { Share } from './room-header.tsx';

export type Sheet = 'structure' | 'directions' | 'comments';

type Props = {
  sheet: Sheet | null;
  onSheet: (sheet: Sheet | null) => void;
  /** Of open threads. */
  threads: number;
  directions: ReactNode;
  structure: ReactNode;
  /** Null where they have a place on the page. */
  comments: ReactNode;
};

/** On a phone: what has no place beside the map and the circuit comes as a sheet, each by its button below them. */
export function RoomSheets({ sheet, onSheet, threads, directions, structure, comments }: Props) {
  const close = () => onSheet(null);
  return (
    <>
      <div className="flex flex-wrap items-center gap-2 border-t border-line p-1 md:hidden">
        <div className="flex gap-2">
          <Share />
          <ThemeToggle />
        </div>
        <div className="ml-auto flex gap-2">
          <Button size="small" onClick={() => onSheet('comments')}>
            {`Comments ${threads}`}
          </Button>
          <Button size="small" onClick={() => onSheet('directions')}>
            Steer
          </Button>
          <Button size="small" onClick={() => onSheet('structure')}>
            Structure and bench
          </Button>
        </div>
      </div>
      <Dialog open={sheet === 'directions'} onOpenChange={close} title="Steer along directions">
        {directions}
      </Dialog>
      <Dialog
        open={sheet === 'comments' && comments !== null}
        onOpenChange={close}
        title="Comments"
      >
        {comments}
      </Dialog>
      <Dialog open={sheet === 'structure'} onOpenChange={close} title="Structure and bench">
        {structure}
      </Dialog>
    </>
  );
}
