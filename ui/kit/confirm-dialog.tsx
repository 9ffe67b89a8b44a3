'use client';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Notice } from './notice.tsx';

type Props = {
  title: string;
  /** What it does, in a sentence. */
  children: ReactNode;
  /** The verb on the button. */
  action: string;
  danger?: boolean;
  busy?: boolean;
  error?: string | undefined;
  onConfirm: () => void;
  onClose: () => void;
};

/** Asks before something that cannot simply be done again the other way round. */
export function ConfirmDialog(props: Props) {
  const { title, children, action, danger = false, busy = false, error } = props;
  const { onConfirm, onClose } = props;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={title}>
      <div className="flex flex-col gap-4 text-13">
        <div className="text-ink-2">{children}</div>
        {error && <Notice tone="danger">{error}</Notice>}
        <div className="flex flex-wrap gap-2">
          <Button variant={danger ? 'danger' : 'primary'} busy={busy} onClick={onConfirm}>
            {action}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </div>
    </Dialog>
  );
}
