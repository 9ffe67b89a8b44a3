import type { Metadata } from 'next';
import { RoomPage } from '~/ui/room/index.ts';

export const metadata: Metadata = { title: 'Room' };

type Props = { params: Promise<{ lab: string; model: string; room: string }> };

export default async function Page({ params }: Props) {
  const { lab, model, room } = await params;
  return <RoomPage slug={lab} modelId={model} roomId={room} />;
}
