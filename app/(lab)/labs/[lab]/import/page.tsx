import type { Metadata } from 'next';
import { ImportPage } from '~/ui/import/index.ts';

export const metadata: Metadata = { title: 'Import' };

export default async function Page({ params }: { params: Promise<{ lab: string }> }) {
  return <ImportPage slug={(await params).lab} />;
}
