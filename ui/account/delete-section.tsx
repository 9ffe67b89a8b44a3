'use client';
import { useState } from 'react';
import type { AccountDetail } from '~/core/contracts/index.ts';
import { Button, Section } from '~/ui/kit/index.ts';
import { DeleteDialog } from './delete-dialog.tsx';

export function DeleteSection({ account }: { account: AccountDetail }) {
  const [asking, setAsking] = useState(false);
  return (
    <Section
      title="Delete account"
      action={
        <Button variant="danger" onClick={() => setAsking(true)}>
          Delete account
        </Button>
      }
    >
      <p className="max-w-2xl text-13 text-ink-2">
        Your name, address and sessions are deleted. What you made in labs that others are in stays
        there, as made by a former member.
      </p>
      {asking && <DeleteDialog account={account} onClose={() => setAsking(false)} />}
    </Section>
  );
}
