import { createServer, type Socket } from 'node:net';

/** A mail server that takes every letter, or none, and shows them; it speaks as much SMTP as a letter needs. */
export type Post = { url: string; letters: string[]; close(): Promise<void> };

export async function openPost({ refuses = false } = {}): Promise<Post> {
  const letters: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    let heard = '';
    let letter: string[] | null = null;
    const say = (line: string) => socket.write(`${line}\r\n`);
    const take = (line: string) => {
      if (letter) {
        if (line !== '.') return void letter.push(line);
        letters.push(letter.join('\n'));
        letter = null;
        return say('250 taken');
      }
      const word = line.slice(0, 4).toUpperCase();
      if (word === 'RCPT' && refuses) return say('550 nobody of this name');
      if (word === 'DATA') {
        letter = [];
        return say('354 go on');
      }
      return say(word === 'QUIT' ? '221 bye' : '250 fine');
    };
    say('220 post');
    socket.on('data', (chunk) => {
      heard += chunk.toString('utf8');
      const lines = heard.split('\r\n');
      heard = lines.pop() ?? '';
      lines.forEach(take);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
