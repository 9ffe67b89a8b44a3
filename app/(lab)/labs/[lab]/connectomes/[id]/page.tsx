import type { Metadata } from 'next';
import { ConnectomePage } from '~/ui/lab/index.ts';

export const metadata: Metadata = { title: 'Connectome' };

export default async function Page({ params }: { params: Promise<{ lab: string; id: string }> }) {
  const { lab, id } = await params;
  return <ConnectomePage slug={lab} connectomeId={id} />;
}
