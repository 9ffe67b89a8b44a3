import type { Metadata } from 'next';
import { MeasurePage } from '~/ui/measure/index.ts';

export const metadata: Metadata = { title: 'Measure the corpus' };

type Props = { params: Promise<{ lab: string; model: string }> };

export default async function Page({ params }: Props) {
  const { lab, model } = await params;
  return <MeasurePage slug={lab} modelId={model} />;
}
