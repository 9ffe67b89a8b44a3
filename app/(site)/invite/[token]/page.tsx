import type { Metadata } from 'next';
import { InvitationPage } from '~/ui/lab/index.ts';

export const metadata: Metadata = { title: 'Invitation', robots: { index: false } };

export default async function Page({ params }: { params: Promise<{ token: string }> }) {
  return <InvitationPage token={(await params).token} />;
}
