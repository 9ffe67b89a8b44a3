import type { Metadata } from 'next';
import { SettingsPage } from '~/ui/lab/index.ts';

export const metadata: Metadata = { title: 'Settings' };

export default async function Page({ params }: { params: Promise<{ lab: string }> }) {
  return <SettingsPage slug={(await params).lab} />;
}
