import type { Metadata } from 'next';
import { SavedViewPage } from '~/ui/room/index.ts';

export const metadata: Metadata = { title: 'View' };

export default async function Page({ params }: { params: Promise<{ code: string }> }) {
  return <SavedViewPage code={(await params).code} />;
}
