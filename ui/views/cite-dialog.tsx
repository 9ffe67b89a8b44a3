'use client';
import { useState } from 'react';
import type { ViewSummary } from '~/core/contracts/index.ts';
import { Button, Dialog } from '~/ui/kit/index.ts';
import { CiteTexts } from './cite-texts.tsx';

/** A button that opens how a view is cited. */
export function CiteDialog({ view, lab }: { view: ViewSummary; lab: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        Cite
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title="Cite this view">
        {open && <CiteTexts view={view} lab={lab} />}
      </Dialog>
    </>
  );
}
