'use client';
import { useState, type SubmitEvent } from 'react';
import type { NewEvidence } from '~/core/contracts/index.ts';
import { Button, TextField } from '~/ui/kit/index.ts';

type Props = { busy: boolean; onSend: (evidence: NewEvidence) => void };

/** An address and what to call it. */
export function LinkForm({ busy, onSend }: Props) {
  const [url, setUrl] = useState('https://');
  const [label, setLabel] = useState('');
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSend({ kind: 'link', url, label });
  };
  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-3">
      <TextField
        label="Address"
        type="url"
        value={url}
        onChange={({ target }) => setUrl(target.value)}
        maxLength={500}
        required
      />
      <TextField
        label="What it is"
        hint="May be left out."
        value={label}
        onChange={({ target }) => setLabel(target.value)}
        maxLength={120}
      />
      <Button type="submit" variant="primary" className="self-start" busy={busy}>
        Add
      </Button>
    </form>
  );
}
