import type { Metadata } from 'next';
import { DirectionPage } from '~/ui/names/index.ts';

export const metadata: Metadata = { title: 'Direction' };

type Props = { params: Promise<{ lab: string; model: string; direction: string }> };

export default async function Page({ params }: Props) {
  const { lab, model, direction } = await params;
  return <DirectionPage slug={lab} modelId={model} directionId={direction} />;
}
