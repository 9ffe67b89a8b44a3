import type { Metadata } from 'next';
import { InboxPage } from '~/ui/inbox/index.ts';

export const metadata: Metadata = { title: 'Inbox' };

export default function Page() {
  return <InboxPage />;
}
