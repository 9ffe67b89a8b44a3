import { parseArgs } from 'node:util';
import path from 'node:path';
import { pino } from 'pino';
import { connectomeDetails } from '~/core/contracts/index.ts';
import { openDatabase } from '~/db/client.ts';
import { migrate } from '~/db/migrate.ts';
import { openBus } from '~/server/bus.ts';
import { readSettings } from '~/server/env.ts';
import { guessedOptions } from '~/server/import/guessed-options.ts';
import { mappedByHand } from '~/server/import/mapped-by-hand.ts';
import { whyUnreadable } from '~/server/import/readable-file.ts';
import { TableRefusal } from '~/server/import/table-refusal.ts';
import { importFiles, type ImportedFiles } from '~/server/lab/connectome/import-files.ts';
import { startCluster } from '~/server/postgres/cluster.ts';
import { findPostmaster } from '~/server/postgres/postmaster.ts';
import { openSecrets } from '~/server/secrets.ts';
import { openFolderStorage } from '~/server/storage/index.ts';

const usage = `npm run import -- --lab demo --neurons a.csv --connections b.csv --name "V1 L2/3"
    [--source text] [--licence text] [--citation text]
    [--map column=field]...   fields: id class type layer x y z attribute, pre post synapses size, ignore
    [--sum-repeats]           add the rows of a repeated pair together
    [--drop-unknown]          leave out connections to neurons that are not in the table
It writes to the database and data folder of this installation (DATABASE_URL, LATENTOME_DATA);
with the embedded Postgres the server has to be running.
Exit: 0 imported or there already, 1 the tables have problems, 2 called wrongly, 3 no database or no such lab.`;

process.exitCode = await main().catch((error: unknown) => {
  if (error instanceof TableRefusal) return say(1, error.message);
  return say(2, error instanceof Error ? error.message : String(error));
});

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      lab: { type: 'string' },
      neurons: { type: 'string' },
      connections: { type: 'string' },
      name: { type: 'string' },
      source: { type: 'string', default: '' },
      licence: { type: 'string', default: '' },
      citation: { type: 'string', default: '' },
      map: { type: 'string', multiple: true, default: [] },
      'sum-repeats': { type: 'boolean', default: false },
      'drop-unknown': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const { lab, neurons, connections, name } = values;
  if (values.help || !lab || !neurons || !connections || !name)
    return say(values.help ? 0 : 2, usage);
  for (const path of [neurons, connections]) {
    const wrong = await whyUnreadable(path);
    if (wrong) return say(2, wrong);
  }
  const read = connectomeDetails.safeParse({ ...values, name });
  if (!read.success)
    return say(
      2,
      read.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`).join('\n'),
    );
  const details = read.data;
  const guessed = mappedByHand(await guessedOptions(neurons, connections), values.map);

  const settings = readSettings();
  const url = settings.databaseUrl ?? (await embeddedUrl(settings.dataFolder));
  if (url === null)
    return say(3, 'The database is not running. Start the server first: npm run up');
  const database = openDatabase(url);
  const bus = await openBus(url, database.pool, pino({ level: 'silent' }));
  try {
    await migrate(database);
    const folder = path.join(settings.dataFolder, 'objects');
    const storage = await openFolderStorage(folder, { beside: true });
    const imported = await importFiles(
      { db: database.db, bus, storage },
      {
        labSlug: lab,
        neurons,
        connections,
        options: {
          ...guessed,
          repeats: values['sum-repeats'] ? 'sum' : 'refuse',
          unknown: values['drop-unknown'] ? 'drop' : 'refuse',
        },
        details,
      },
    );
    return imported ? report(imported) : say(3, `There is no lab "${lab}".`);
  } finally {
    await bus.close();
    await database.pool.end();
  }
}

/** The embedded Postgres only where a server has it running: it is the server's to start and stop. */
async function embeddedUrl(dataFolder: string): Promise<string | null> {
  const folder = path.join(dataFolder, 'postgres');
  if (!(await findPostmaster(path.join(folder, 'data')))) return null;
  const { postgresPassword } = await openSecrets(dataFolder);
  return (await startCluster({ folder, password: postgresPassword })).url;
}

function report({ report: { problems, counts, statistics }, stored }: ImportedFiles): number {
  for (const { severity, file, row, column, message, remedy } of problems)
    process.stderr.write(
      `${severity}: ${file}${row === null ? '' : ` row ${row}`}${column === null ? '' : ` column ${column}`}: ` +
        `${message} ${remedy}\n`,
    );
  for (const { code, count } of counts)
    if (count > 100) process.stderr.write(`${code}: ${count} in all, the first 100 are shown.\n`);
  if (counts.some(({ offer }) => offer === 'sum-repeats'))
    process.stderr.write('To add repeated pairs together: --sum-repeats\n');
  if (counts.some(({ offer }) => offer === 'drop-unknown'))
    process.stderr.write('To leave out connections to unknown neurons: --drop-unknown\n');
  if (!stored || !statistics) return say(1, 'Nothing was imported.');
  process.stdout.write(
    `${stored.made ? 'Imported' : 'The lab has this already'}: ${stored.connectomeId}, ` +
      `${statistics.neurons} neurons, ${statistics.connections} connections\n`,
  );
  return 0;
}

function say(code: number, text: string): number {
  (code === 0 ? process.stdout : process.stderr).write(`${text}\n`);
  return code;
}
