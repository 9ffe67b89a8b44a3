import type { Metadata } from 'next';
import { LabHomePage } from '~/ui/lab/index.ts';

export const metadata: Metadata = { title: 'Lab' };

export default async function Page({ params }: { params: Promise<{ lab: string }> }) {
  return <LabHomePage slug={(await params).lab} />;
}
