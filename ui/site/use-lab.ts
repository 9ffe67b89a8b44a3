'use client';
import { useQuery } from '@tanstack/react-query';
import type { LabSummary } from '~/core/contracts/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';

/** The lab of an address. */
export function useLab(slug: string) {
  return useQuery(useTRPC().lab.get.queryOptions({ slug }));
}

/** Whether this person may add and change things; the server decides again. */
export function mayEdit(lab: LabSummary | undefined): boolean {
  return lab?.role === 'owner' || lab?.role === 'editor';
}

export function labHref(slug: string, ...rest: string[]): string {
  return ['/labs', slug, ...rest].join('/');
}
