'use client';
import { useState } from 'react';
import type { ViewState } from '~/core/contracts/index.ts';
import { isIdentical, type ViewComparison } from '~/core/views/index.ts';
import { Button, Dialog } from '~/ui/kit/index.ts';
import { comparisonWords } from './comparison-words.ts';
import { DifferenceTables } from './difference-tables.tsx';

type Props = {
  /** null while it is computed. */
  found: ViewComparison | null;
  state: ViewState;
  /** ISO date of saving. */
  savedAt: string;
  /** What the neurons of the circuit are called. */
  names: readonly string[];
};

/** Says whether a view is what it was, and shows what is not. */
export function ComparisonLine({ found, state, savedAt, names }: Props) {
  const [open, setOpen] = useState(false);
  const outcome = !found ? 'open' : isIdentical(found) ? 'identical' : 'differs';
  return (
    <div
      role="status"
      data-testid="comparison"
      data-outcome={outcome}
      data-beside={found?.compared.beside ?? 0}
      className="text-13"
    >
      {found ? (
        <>
          <span className={outcome === 'identical' ? 'text-ok' : 'text-warn'}>
            {comparisonWords(found, state, savedAt.slice(0, 10))}
          </span>{' '}
          {outcome === 'differs' && (
            <Button size="small" variant="quiet" onClick={() => setOpen(true)}>
              What differs
            </Button>
          )}
          <Dialog open={open} onOpenChange={setOpen} title="What differs">
            <DifferenceTables found={found} names={names} />
          </Dialog>
        </>
      ) : (
        <span className="text-ink-3">Computing the view again.</span>
      )}
    </div>
  );
}
