import type { Metadata } from 'next';
import { LabListPage } from '~/ui/lab/index.ts';

export const metadata: Metadata = { title: 'Labs' };

export default function Page() {
  return <LabListPage />;
}
