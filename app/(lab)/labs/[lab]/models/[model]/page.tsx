import type { Metadata } from 'next';
import { ModelRoomSection } from '~/ui/lab/index.ts';
import { MeasurementSection } from '~/ui/measure/index.ts';
import { ModelPage } from '~/ui/model/index.ts';
import { DirectionSection } from '~/ui/names/index.ts';

export const metadata: Metadata = { title: 'Model' };

type Props = { params: Promise<{ lab: string; model: string }> };

export default async function Page({ params }: Props) {
  const { lab, model } = await params;
  return (
    <ModelPage slug={lab} modelId={model}>
      <ModelRoomSection slug={lab} modelId={model} />
      <DirectionSection slug={lab} modelId={model} />
      <MeasurementSection slug={lab} modelId={model} />
    </ModelPage>
  );
}
