'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { Me } from '~/core/contracts/index.ts';
import { auth } from './auth-client.ts';
import { InboxLink } from './inbox-link.tsx';
import { signInHref } from './next-path.ts';
import { useMe } from './use-me.ts';

const linkLook =
  'whitespace-nowrap rounded px-1.5 py-0.5 text-13 max-sm:px-0.5 text-ink-2 hover:bg-surface-3 hover:text-ink';

async function leave() {
  await auth.signOut();
  window.location.assign('/');
}

/** Who is signed in, and the way in or out. Its width is reserved while unknown. */
export function AccountMenu() {
  const me = useMe();
  const here = usePathname();
  if (me.isPending) return <span className="inline-block h-6 w-20" aria-hidden />;
  if (!me.data && here === '/signin') return null;
  if (!me.data)
    return (
      <Link href={signInHref(here === '/' ? '/labs' : here)} className={linkLook}>
        Sign in
      </Link>
    );
  return (
    <>
      <InboxLink />
      <Who me={me.data} />
      {me.data.guest ? (
        <Link href={signInHref(here)} className={linkLook}>
          Sign in
        </Link>
      ) : (
        <button type="button" onClick={() => void leave()} className={linkLook}>
          Sign out
        </button>
      )}
    </>
  );
}

/** The person, and for an account the way to its page. */
function Who({ me }: { me: Me }) {
  const shown = (
    <>
      <svg aria-hidden viewBox="0 0 8 8" className="size-2 shrink-0">
        <circle cx="4" cy="4" r="4" fill={me.color} />
      </svg>
      <span className="max-w-32 truncate max-sm:max-w-14">{me.name}</span>
    </>
  );
  if (me.guest)
    return (
      <span className="flex min-w-0 items-center gap-1.5 px-1.5 text-13 max-sm:px-0.5">
        {shown}
        <span className="text-ink-3 max-sm:hidden">guest</span>
      </span>
    );
  return (
    <Link
      href="/account"
      title="Your account"
      className="flex min-w-0 items-center gap-1.5 rounded px-1.5 py-0.5 text-13 max-sm:px-0.5 hover:bg-surface-3"
    >
      {shown}
    </Link>
  );
}
