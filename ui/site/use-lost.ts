'use client';
import { useState } from 'react';
import type { LabSummary } from '~/core/contracts/index.ts';
import { errorCode } from '~/ui/trpc/index.ts';
import type { Lost } from './lost-words.ts';

const closing = ['NOT_FOUND', 'FORBIDDEN', 'UNAUTHORIZED'];

/** Whether a lab that this page has shown is closed to its person now, and how; `accept` for what they know by then. */
export function useLost({ data, error }: { data: LabSummary | undefined; error: unknown }): {
  lost: Lost | null;
  accept: () => void;
} {
  const [was, setWas] = useState<'member' | 'guest' | null>(null);
  const [known, setKnown] = useState<Lost | null>(null);
  const role = data?.role ?? null;
  if (role !== null && was !== 'member') setWas('member');
  if (data && role === null && was === null) setWas('guest');
  const lost = data ? lostNow(was, role, errorCode(error)) : null;
  if (lost === null && known !== null) setKnown(null);
  return { lost: lost === known ? null : lost, accept: () => setKnown(lost) };
}

function lostNow(
  was: 'member' | 'guest' | null,
  role: string | null,
  code: string | null,
): Lost | null {
  if (code !== null && closing.includes(code)) {
    if (code === 'UNAUTHORIZED') return 'signed out';
    return was === 'member' ? 'no member' : 'no guest';
  }
  return was === 'member' && role === null ? 'guest now' : null;
}
