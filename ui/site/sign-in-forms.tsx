'use client';
import { useState, type SubmitEvent, type ReactNode } from 'react';
import { Button, Notice, TextField } from '~/ui/kit/index.ts';
import { auth } from './auth-client.ts';

type Answer = { error: { message?: string | undefined } | null };
type FormProps = {
  submit: string;
  send: (form: FormData) => Promise<Answer>;
  onDone: () => void;
  primary?: boolean;
  children: ReactNode;
};

/** One form against better-auth: its answer stands above the button. */
function AuthForm({ submit, send, onDone, primary = false, children }: FormProps) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const run = async (form: FormData) => {
    setBusy(true);
    setError(null);
    try {
      const answer = await send(form);
      if (!answer.error) {
        onDone();
        return;
      }
      setError(answer.error.message ?? 'That was refused. Check what you typed.');
    } catch {
      setError('The server did not answer. Try again.');
    }
    setBusy(false);
  };
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    void run(new FormData(event.currentTarget));
  };
  return (
    <form method="post" onSubmit={onSubmit} className="flex flex-col gap-3">
      {children}
      {error && <Notice tone="danger">{error}</Notice>}
      <Button
        type="submit"
        variant={primary ? 'primary' : 'plain'}
        busy={busy}
        className="self-start"
      >
        {submit}
      </Button>
    </form>
  );
}

const text = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
};
const password = (form: FormData): string => {
  const value = form.get('password');
  return typeof value === 'string' ? value : '';
};

export function SignInForm({ onDone }: { onDone: () => void }) {
  return (
    <AuthForm
      primary
      submit="Sign in"
      onDone={onDone}
      send={(form) => auth.signIn.email({ email: text(form, 'email'), password: password(form) })}
    >
      <TextField label="Email" name="email" type="email" autoComplete="email" required />
      <TextField
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
      />
    </AuthForm>
  );
}

export function SignUpForm({ onDone }: { onDone: () => void }) {
  return (
    <AuthForm
      primary
      submit="Create account"
      onDone={onDone}
      send={(form) =>
        auth.signUp.email({
          name: text(form, 'name'),
          email: text(form, 'email'),
          password: password(form),
        })
      }
    >
      <TextField label="Name" name="name" autoComplete="name" maxLength={80} required />
      <TextField label="Email" name="email" type="email" autoComplete="email" required />
      <TextField
        label="Password"
        name="password"
        type="password"
        autoComplete="new-password"
        minLength={8}
        hint="At least 8 characters."
        required
      />
    </AuthForm>
  );
}

export function GuestForm({ onDone }: { onDone: () => void }) {
  return (
    <AuthForm
      submit="Continue as guest"
      onDone={onDone}
      send={async (form) => {
        const session = await auth.signIn.anonymous();
        if (session.error) return session;
        return auth.updateUser({ name: text(form, 'guest') });
      }}
    >
      <TextField
        label="Name others will see"
        name="guest"
        autoComplete="nickname"
        maxLength={80}
        required
      />
    </AuthForm>
  );
}
