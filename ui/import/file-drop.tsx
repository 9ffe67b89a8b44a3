'use client';
import { useId, useState } from 'react';
import { bytes, classNames, Progress } from '~/ui/kit/index.ts';
import type { Side } from './guess-side.ts';
import type { Sent } from './use-uploads.ts';

type Props = {
  side: Side;
  title: string;
  needs: string;
  sent: Sent | undefined;
  onFiles: (files: File[], side: Side) => void;
};

const accept = '.csv,.tsv,.txt,.gz,text/csv,text/tab-separated-values,application/gzip';

/** One of the two tables. The file input lies over the whole area: it takes clicks, keys and drops by itself. */
export function FileDrop({ side, title, needs, sent, onFiles }: Props) {
  const id = useId();
  const [over, setOver] = useState(false);
  return (
    <div
      className={classNames(
        'relative flex h-32 min-w-0 flex-col gap-2 rounded border border-dashed p-3 hover:bg-surface-2',
        'has-focus-visible:outline-2 has-focus-visible:outline-focus',
        over ? 'border-accent bg-accent-soft' : 'border-line-strong',
      )}
    >
      <div>
        <label htmlFor={id} className="text-14 font-medium">
          {title}
        </label>
        <p id={`${id}-needs`} className="text-12 text-ink-3">
          {needs}
        </p>
      </div>
      <Status sent={sent} />
      <input
        id={id}
        type="file"
        multiple
        accept={accept}
        aria-describedby={`${id}-needs`}
        className="absolute inset-0 cursor-pointer opacity-0"
        onDragEnter={() => setOver(true)}
        onDragLeave={() => setOver(false)}
        onDrop={() => setOver(false)}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])], side);
          event.target.value = '';
        }}
      />
    </div>
  );
}

function Status({ sent }: { sent: Sent | undefined }) {
  if (!sent)
    return (
      <p className="mt-auto text-13 text-ink-2">
        <span className="underline">Choose a file</span> or drop it here, or both at once.
      </p>
    );
  return (
    <div className="mt-auto min-w-0 text-13" aria-live="polite">
      <p className="truncate">
        <span className="font-medium">{sent.file.name}</span>{' '}
        <span className="figures text-12 text-ink-3">{bytes(sent.file.size)}</span>
      </p>
      <div className="flex h-4 items-center">
        {sent.state === 'sending' && (
          <Progress label={`Sending ${sent.file.name}`} value={sent.share} />
        )}
        {sent.state === 'failed' && <p className="truncate text-12 text-danger">{sent.message}</p>}
        {sent.state === 'sent' && <p className="text-12 text-ok">sent, not stored yet</p>}
      </div>
    </div>
  );
}
