import type { ReactNode } from 'react';
import { LabDoor } from '~/ui/site/index.ts';

type Props = { children: ReactNode; params: Promise<{ lab: string }> };

export default async function Layout({ children, params }: Props) {
  return <LabDoor slug={(await params).lab}>{children}</LabDoor>;
}
