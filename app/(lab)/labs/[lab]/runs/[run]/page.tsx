import type { Metadata } from 'next';
import { RunPage } from '~/ui/runs/index.ts';

export const metadata: Metadata = { title: 'Run' };

export default async function Page({ params }: { params: Promise<{ lab: string; run: string }> }) {
  const { lab, run } = await params;
  return <RunPage slug={lab} runId={run} />;
}
