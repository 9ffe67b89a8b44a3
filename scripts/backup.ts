import { existsSync } from 'node:fs';
import path from 'node:path';
import { BackupRefusal } from '~/server/backup/archive-format.ts';
import { withInstallation } from '~/server/backup/open-installation.ts';
import { writeBackup } from '~/server/backup/write-backup.ts';
import { readSettings, UnfitSettings } from '~/server/env.ts';
import { openSecrets } from '~/server/secrets.ts';

const usage = `npm run backup -- latentome.backup
Writes all that this installation (LATENTOME_DATA, DATABASE_URL) holds into one file: accounts, labs, rooms, models, their
files, and the secrets that keep people signed in, so keep it to yourself. The server may run meanwhile.
Exit: 0 written, 1 not written, 2 called wrongly.`;

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
  const settings = readSettings();
  const { dataFolder } = settings;
  if (!existsSync(path.join(dataFolder, 'objects')))
    throw new BackupRefusal(
      `${dataFolder} holds no installation: name its folder in LATENTOME_DATA.`,
    );
  const own = await openSecrets(dataFolder);
  const secrets = {
    authSecret: settings.authSecret ?? own.authSecret,
    workerToken: settings.workerToken ?? own.workerToken,
  };
  const written = await withInstallation(settings, async ({ pool, storage }) => {
    const client = await pool.connect();
    try {
      return await writeBackup({ client, storage, secrets }, file);
    } finally {
      client.release();
    }
  });
  const size = (written.bytes / 1e6).toFixed(1);
  console.log(`${file}: ${written.rows} rows, ${written.objects} files, ${size} MB`);
  return 0;
}
