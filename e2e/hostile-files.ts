import { open, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export const soundNeurons = 'id,class,x,y,z\na,E,0,100,0\nb,I,10,120,5\nc,E,20,140,10\n';
export const soundConnections = 'pre,post,synapses\na,b,3\nb,c,1\nc,c,2\n';

export type HostileFile = {
  what: string;
  side: 'Neurons' | 'Connections';
  name: string;
  /** writes the file, small on disk whatever it unpacks to */
  write: (path: string) => Promise<void>;
  /** what the page says: the row and column of the list of problems, or null where the file is refused as a whole */
  place: { row: string; column: string } | null;
  says: RegExp;
  remedy: RegExp;
};

const text = (content: string | Uint8Array) => (path: string) => writeFile(path, content);

/** A gzip file may be many one after the other: 2 GiB of one letter cost no time and two megabytes. */
async function endlessRow(path: string): Promise<void> {
  const member = gzipSync(Buffer.alloc(16 * 1024 ** 2, 'x'));
  const file = await open(path, 'w');
  await file.write(gzipSync('pre,post,synapses\na,b,1\n'));
  for (let k = 0; k < 128; k++) await file.write(member);
  await file.close();
}

export const hostileFiles: HostileFile[] = [
  {
    what: 'a cut gzip file',
    side: 'Neurons',
    name: 'neurons.csv.gz',
    write: text(gzipSync(soundNeurons.repeat(50)).subarray(0, -12)),
    place: null,
    says: /neurons\.csv\.gz: The gzip file ends before its end/,
    remedy: /fetch it again/,
  },
  {
    what: 'a row of two gigabytes',
    side: 'Connections',
    name: 'connections.csv.gz',
    write: endlessRow,
    place: { row: '3', column: '–' },
    says: /A row is longer than 1000000 characters/,
    remedy: /Check line ends/,
  },
  {
    what: 'a file beyond the limit',
    side: 'Connections',
    name: 'connections.csv',
    write: async (path) => {
      await writeFile(path, '');
      await truncate(path, 2 * 1024 ** 3 + 1); // a hole, nothing on disk
    },
    place: null,
    says: /A file may have at most 2\.1 GB/,
    remedy: /Compress it with gzip/,
  },
  {
    what: 'a spreadsheet file',
    side: 'Neurons',
    name: 'neurons.csv',
    write: text(Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0])),
    place: null,
    says: /neurons\.csv: This is not a text table: it is a zip archive/,
    remedy: /Export the table as CSV or TSV/,
  },
  {
    what: 'an empty file',
    side: 'Connections',
    name: 'connections.csv',
    write: text(''),
    place: null,
    says: /connections\.csv: The file is empty/,
    remedy: /Choose the file that holds the table/,
  },
  {
    what: 'a wrong delimiter',
    side: 'Neurons',
    name: 'neurons.csv',
    write: text(soundNeurons.replaceAll(',', '|')),
    place: null,
    says: /neurons\.csv, row 1: The header is a single column/,
    remedy: /comma, tab or semicolon/,
  },
  {
    what: 'a duplicated id',
    side: 'Neurons',
    name: 'neurons.csv',
    write: text(`${soundNeurons}a,E,1,2,3\n`),
    place: { row: '5', column: 'id' },
    says: /The id "a" stands in row 2 already/,
    remedy: /an id of its own/,
  },
  {
    what: 'a duplicated column',
    side: 'Neurons',
    name: 'neurons.csv',
    write: text('id,class,class\na,E,E\nb,E,E\nc,E,E\n'),
    place: { row: '1', column: 'class' },
    says: /Two columns are called "class"/,
    remedy: /Rename one of them/,
  },
  {
    what: 'an infinite position',
    side: 'Neurons',
    name: 'neurons.csv',
    write: text(soundNeurons.replace('100', 'Infinity')),
    place: { row: '2', column: 'y' },
    says: /"Infinity" is not a finite number/,
    remedy: /micrometres/,
  },
  {
    what: 'a connection to an unknown neuron',
    side: 'Connections',
    name: 'connections.csv',
    write: text(`${soundConnections}a,nobody,1\n`),
    place: { row: '5', column: 'post' },
    says: /has no "nobody"/,
    remedy: /Add the neuron/,
  },
];

/** Writes a hostile file and a sound one for the other side; the paths by side. */
export async function writeTables(folder: string, hostile: HostileFile) {
  const path = join(folder, hostile.name);
  await hostile.write(path);
  const other = hostile.side === 'Neurons' ? 'Connections' : 'Neurons';
  const sound = join(folder, 'sound.csv');
  await writeFile(sound, other === 'Neurons' ? soundNeurons : soundConnections);
  return { [hostile.side]: path, [other]: sound };
}
