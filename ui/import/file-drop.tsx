'use client';
import { useId, useState, type DragEvent } from 'react';
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

/** One of the two tables: a place to drop or choose its file, and how far it has been sent. */
export function FileDrop({ side, title, needs, sent, onFiles }: Props) {
  const id = useId();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files], side);
  };
  return (
    <div
      role="group"
      aria-labelledby={`${id}-title`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={classNames(
        'flex h-32 min-w-0 flex-col justify-between gap-2 rounded border border-dashed p-3',
        over ? 'border-accent bg-accent-soft' : 'border-line-strong',
      )}
    >
      <div>
        <p id={`${id}-title`} className="text-14 font-medium">
          {title}
        </p>
        <p className="text-12 text-ink-3">{needs}</p>
      </div>
      <Status sent={sent} />
      <div>
        <label
          htmlFor={id}
          className="inline-flex h-7 cursor-pointer items-center rounded border border-line bg-surface px-2 text-13 font-medium hover:border-line-strong hover:bg-surface-3 has-focus-visible:outline-2 has-focus-visible:outline-focus"
        >
          {sent ? 'Choose another file' : 'Choose a file'}
          <span className="sr-only"> of {title.toLowerCase()}</span>
          <input
            id={id}
            type="file"
            accept=".csv,.tsv,.txt,.gz,text/csv,text/tab-separated-values,application/gzip"
            className="sr-only"
            onChange={(event) => {
              onFiles([...(event.target.files ?? [])], side);
              event.target.value = '';
            }}
          />
        </label>
      </div>
    </div>
  );
}

function Status({ sent }: { sent: Sent | undefined }) {
  if (!sent) return <p className="text-13 text-ink-2">Drop the file here, or both at once.</p>;
  const size = bytes(sent.file.size);
  return (
    <div className="min-w-0 text-13" aria-live="polite">
      <p className="truncate">
        <span className="font-medium">{sent.file.name}</span>{' '}
        <span className="figures text-12 text-ink-3">{size}</span>
      </p>
      {sent.state === 'sending' && (
        <Progress label={`Sending ${sent.file.name}`} value={sent.share} />
      )}
      {sent.state === 'failed' && <p className="truncate text-12 text-danger">{sent.message}</p>}
      {sent.state === 'sent' && <p className="text-12 text-ok">sent, not stored yet</p>}
    </div>
  );
}
