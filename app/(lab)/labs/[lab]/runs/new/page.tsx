import type { Metadata } from 'next';
import { NewRunPage } from '~/ui/runs/index.ts';

export const metadata: Metadata = { title: 'New run' };

type Props = {
  params: Promise<{ lab: string }>;
  searchParams: Promise<{ connectome?: string | string[] }>;
};

export default async function Page({ params, searchParams }: Props) {
  const { lab } = await params;
  const { connectome } = await searchParams;
  return (
    <NewRunPage slug={lab} connectomeId={typeof connectome === 'string' ? connectome : null} />
  );
}
