'use client';
import { useId, useState } from 'react';
import { Button, bytes, classNames, Progress } from '~/ui/kit/index.ts';
import type { Side } from './guess-side.ts';
import type { Sent } from './use-uploads.ts';

type Props = {
  side: Side;
  title: string;
  needs: string;
  sent: Sent | undefined;
  onFiles: (files: File[], side: Side) => void;
  onStop: (side: Side) => void;
};

const accept = '.csv,.tsv,.txt,.gz,text/csv,text/tab-separated-values,application/gzip';

/** One of the two tables. The file input lies over the whole area: it takes clicks, keys and drops by itself. */
export function FileDrop({ side, title, needs, sent, onFiles, onStop }: Props) {
  const id = useId();
  const [over, setOver] = useState(false);
  return (
    <div
      className={classNames(
        'relative flex min-h-36 min-w-0 flex-col gap-2 rounded border border-dashed p-3 hover:bg-surface-2',
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
      <Status title={title} sent={sent} onStop={() => onStop(side)} />
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

function Status({
  title,
  sent,
  onStop,
}: {
  title: string;
  sent: Sent | undefined;
  onStop: () => void;
}) {
  if (!sent)
    return (
      <p className="mt-auto text-13 text-ink-2">
        <span className="underline">Choose a file</span> or drop it here, or both at once.
      </p>
    );
  const { file, state } = sent;
  return (
    <div className="mt-auto flex min-w-0 items-center gap-3 text-13">
      <div className="min-w-0 grow">
        <p className="flex gap-2">
          <span className="truncate font-medium">{file.name}</span>
          <span className="figures whitespace-nowrap text-12 text-ink-3">
            {state === 'sending' && `${bytes(sent.bytes)} of `}
            {bytes(file.size)}
          </span>
        </p>
        <div className="flex min-h-5 items-center">
          {state === 'sending' && (
            <Progress
              label={`Sending ${file.name}`}
              value={file.size > 0 ? sent.bytes / file.size : null}
              text={`${bytes(sent.bytes)} of ${bytes(file.size)}`}
            />
          )}
          <p role="status" className="text-12">
            {state === 'sent' && <span className="text-ok">sent, not stored yet</span>}
            {state === 'failed' && <span className="text-danger">{sent.message}</span>}
          </p>
        </div>
      </div>
      {state === 'sending' && (
        <Button
          size="small"
          className="relative z-10"
          aria-label={`Stop sending ${title}`}
          onClick={onStop}
        >
          Stop
        </Button>
      )}
    </div>
  );
}
