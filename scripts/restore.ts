import path from 'node:path';
import { BackupRefusal } from '~/server/backup/archive-format.ts';
import { withInstallation } from '~/server/backup/open-installation.ts';
import { restoreBackup } from '~/server/backup/restore-backup.ts';
import { readSettings, UnfitSettings } from '~/server/env.ts';
import { whyUnreadable } from '~/server/import/readable-file.ts';
import { adoptSecrets } from '~/server/secrets.ts';
import { closeToOthers } from './data-folder.mjs';
import { takeLock } from './lock.mjs';

const usage = `npm run restore -- latentome.backup
Brings everything of a backup into an installation that is empty (LATENTOME_DATA, DATABASE_URL) and not running.
Then start it: npm run up
Exit: 0 restored, 1 not restored and nothing changed, 2 called wrongly.`;

process.exitCode = await main().catch((error: unknown) => {
  const plain = error instanceof BackupRefusal || error instanceof UnfitSettings;
  console.error(plain ? error.message : error);
  return 1;
});

async function main(): Promise<number> {
  const [given, ...more] = process.argv.slice(2);
  if (given === undefined || more.length > 0 || given.startsWith('-')) {
    console.log(usage);
    return given === '--help' ? 0 : 2;
  }
  const file = path.resolve(given);
  const unreadable = await whyUnreadable(file);
  if (unreadable) throw new BackupRefusal(unreadable);
  const settings = readSettings();
  closeToOthers(settings.dataFolder);
  const { lock, holder } = takeLock(path.join(settings.dataFolder, 'up.lock'));
  if (holder) throw new BackupRefusal(`A server runs on it (process ${holder.pid}): end it first.`);
  try {
    const restored = await withInstallation(settings, (installation) =>
      restoreBackup(
        { ...installation, keepSecrets: (kept) => adoptSecrets(settings.dataFolder, kept) },
        file,
      ),
    );
    console.log(
      `${settings.dataFolder}: ${restored.rows} rows, ${restored.objects} files as of ${restored.madeAt}`,
    );
    return 0;
  } finally {
    lock.release();
  }
}
