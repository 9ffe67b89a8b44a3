'use client';
import { Dialog as Base } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: ReactNode;
  children: ReactNode;
};

/** A modal dialog: focus stays inside, Escape closes it, focus returns to where it was. */
export function Dialog({ open, onOpenChange, title, description, children }: Props) {
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-[rgb(8_12_13/0.45)]" />
        <Base.Popup className="fixed left-1/2 top-[12dvh] z-50 max-h-[80dvh] w-[min(30rem,calc(100vw-2rem))] -translate-x-1/2 overflow-y-auto rounded border border-line bg-surface p-4 shadow-popup">
          <div className="mb-3 flex items-start justify-between gap-4">
            <Base.Title className="text-16 font-semibold">{title}</Base.Title>
            <Base.Close className="-mr-1 -mt-0.5 rounded px-2 py-0.5 text-13 text-ink-2 hover:bg-surface-3 hover:text-ink">
              Close
            </Base.Close>
          </div>
          {description && (
            <Base.Description className="mb-3 text-13 text-ink-2" render={<div />}>
              {description}
            </Base.Description>
          )}
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
