'use client';
import { useLab } from '~/ui/site/index.ts';
import { RoomSection } from './room-section.tsx';

/** The rooms of one model, on its card. */
export function ModelRoomSection({ slug, modelId }: { slug: string; modelId: string }) {
  const lab = useLab(slug).data;
  return lab ? <RoomSection lab={lab} modelId={modelId} /> : null;
}
