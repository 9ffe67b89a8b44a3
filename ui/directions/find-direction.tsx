'use client';
import { useState } from 'react';
import { Button } from '~/ui/kit/index.ts';
import { DifferenceDialog } from './difference-dialog.tsx';
import { FunctionDirectionDialog } from './function-dialog.tsx';
import { PurifyDialog } from './purify-dialog.tsx';
import type { Directions } from './use-directions.ts';

/** Ways to find a direction that is not there from the start. */
export function FindDirection({ directions }: { directions: Directions }) {
  const [open, setOpen] = useState<'purify' | 'function' | 'difference' | null>(null);
  const [kept, setKept] = useState<readonly number[] | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Button
        size="small"
        disabled={!directions.scene.decoder}
        onClick={() => setOpen('purify')}
        title="Move one metric, hold others"
      >
        Purify
      </Button>
      <Button
        size="small"
        onClick={() => setOpen('function')}
        title="Towards circuits that do a task better"
      >
        By function
      </Button>
      <Button
        size="small"
        onClick={() => setOpen('difference')}
        title="From one selection of circuits to another"
      >
        Difference
      </Button>
      {open === 'purify' && <PurifyDialog directions={directions} onClose={close} />}
      {open === 'function' && <FunctionDirectionDialog directions={directions} onClose={close} />}
      {open === 'difference' && (
        <DifferenceDialog directions={directions} kept={kept} onKeep={setKept} onClose={close} />
      )}
    </>
  );
}
