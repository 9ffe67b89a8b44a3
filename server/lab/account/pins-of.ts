import { readBench } from '~/core/collab/index.ts';
import type { AccountExport } from '~/core/contracts/index.ts';
import { loadDoc, roomsMentioning } from '../../realtime/persistence.ts';
import type { Services } from '../../services.ts';

/** What a person has pinned, room by room, as it is stored now. */
export async function pinsOf(
  services: Pick<Services, 'db'>,
  userId: string,
): Promise<AccountExport['pins']> {
  const found: AccountExport['pins'] = [];
  for (const room of await roomsMentioning(services, userId)) {
    const { doc } = await loadDoc(services, room.id);
    for (const pin of readBench(doc)) if (pin.by.id === userId) found.push({ room, pin });
    doc.destroy();
  }
  return found;
}
