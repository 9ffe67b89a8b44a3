'use client';
import { useState, type SubmitEvent } from 'react';
import {
  invitationDays,
  role as roles,
  type NewInvitation,
  type Role,
} from '~/core/contracts/index.ts';
import { Button, plural, SelectField, TextField } from '~/ui/kit/index.ts';

type Chosen = Omit<NewInvitation, 'labId'>;
type Props = {
  byMail: boolean;
  busy: boolean;
  error: string | undefined;
  onSubmit: (chosen: Chosen) => void;
};

const roleOptions = roles.options.map((value) => ({ value, label: value }));
const dayOptions = invitationDays.map((days) => ({
  value: String(days),
  label: plural(days, 'day'),
}));
const useOptions = [
  { value: '1', label: 'one person' },
  { value: '10', label: 'up to 10 people' },
  { value: '', label: 'any number of people' },
];

/** Role, time and number of people; an address only where this server sends mail. */
export function InvitationForm({ byMail, busy, error, onSubmit }: Props) {
  const [role, setRole] = useState<Role>('viewer');
  const [days, setDays] = useState('7');
  const [uses, setUses] = useState('1');
  const [email, setEmail] = useState('');
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSubmit({
      role,
      days: invitationDays.find((one) => String(one) === days) ?? 7,
      maxUses: uses === '' ? null : Number(uses),
      email: email === '' ? null : email,
    });
  };
  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-3">
      <SelectField label="Role" value={role} options={roleOptions} onChange={setRole} />
      <SelectField label="Good for" value={days} options={dayOptions} onChange={setDays} />
      <SelectField label="Lets in" value={uses} options={useOptions} onChange={setUses} />
      {byMail && (
        <TextField
          label="Email (optional)"
          type="email"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          hint="The link is sent there, and shown to you too."
        />
      )}
      {error && (
        <p role="alert" className="text-12 text-danger">
          {error}
        </p>
      )}
      <Button type="submit" variant="primary" busy={busy} className="self-start">
        Make link
      </Button>
    </form>
  );
}
