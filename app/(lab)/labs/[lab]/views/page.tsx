import type { Metadata } from 'next';
import { ViewListPage } from '~/ui/views/index.ts';

export const metadata: Metadata = { title: 'Views' };

export default async function Page({ params }: { params: Promise<{ lab: string }> }) {
  return <ViewListPage slug={(await params).lab} />;
}
