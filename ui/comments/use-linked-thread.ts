'use client';
import { useSearchParams } from 'next/navigation';

/** The thread that the address names, as links of the inbox do. */
export function useLinkedThread(): string | null {
  return useSearchParams().get('thread');
}
