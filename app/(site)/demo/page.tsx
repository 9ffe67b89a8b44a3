import type { Metadata } from 'next';
import { DemoDoor } from '~/ui/landing/index.ts';

export const metadata: Metadata = { title: 'Demo' };

export default function Page() {
  return <DemoDoor />;
}
