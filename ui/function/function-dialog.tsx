'use client';
import { useState } from 'react';
import { Button, Dialog } from '~/ui/kit/index.ts';
import { FunctionPanel } from './function-panel.tsx';
import type { Scored } from './use-curve.ts';

/** A button that opens what the circuit can compute; scored only while it is open. */
export function FunctionDialog({ scored }: { scored: Scored | null }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)} disabled={!scored}>
        Function
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title="What the circuit can compute">
        {open && <FunctionPanel scored={scored} />}
      </Dialog>
    </>
  );
}
