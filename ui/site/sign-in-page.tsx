'use client';
import { Notice, Section, Tabs } from '~/ui/kit/index.ts';
import { nextPath } from './next-path.ts';
import { OtherDoors } from './other-doors.tsx';
import { PageFrame } from './page-frame.tsx';
import { GuestForm, SignInForm, SignUpForm } from './sign-in-forms.tsx';

/** Sign in, create an account, or walk the demo lab as a guest. A full load afterwards, so that every connection carries the session. */
export function SignInPage({ next, failed }: { next: string | null; failed: boolean }) {
  const done = () => window.location.assign(nextPath(next));
  const guestDone = () => window.location.assign(next ? nextPath(next) : '/labs/demo');
  return (
    <PageFrame>
      <div className="mx-auto flex max-w-sm flex-col gap-8">
        <div>
          <h1 className="mb-3 text-20 font-semibold">Sign in</h1>
          {failed && (
            <div className="mb-3">
              <Notice tone="danger">
                Signing in elsewhere did not work. If you have an account here under the same
                address, sign in with its password.
              </Notice>
            </div>
          )}
          <Tabs
            label="Account"
            tabs={[
              { id: 'in', label: 'I have an account', panel: <SignInForm onDone={done} /> },
              { id: 'up', label: 'Create an account', panel: <SignUpForm onDone={done} /> },
            ]}
          />
          <div className="mt-4">
            <OtherDoors next={nextPath(next)} />
          </div>
        </div>
        <Section title="Without an account">
          <p className="mb-3 text-13 text-ink-2">
            A guest can open the demo lab, walk its map with others and decode circuits, and changes
            nothing.
          </p>
          <GuestForm onDone={guestDone} />
        </Section>
      </div>
    </PageFrame>
  );
}
