import { expect, test } from 'vitest';
import { openDatabase } from '~/db/client.ts';
import { makeRoom } from './realtime/testing.ts';
import { killRounds, type KillAnswer } from './testing/kill-rounds.ts';
import { startTestServer } from './testing/test-server.ts';
import { trainingLab } from './testing/training-lab.ts';
import { claimed, newWorkerClient } from './testing/worker-client.ts';

/** `npm run bench -- kills` does it 200 times. */
test('a server killed again and again under a writing load loses nothing it acknowledged', async () => {
  const home = await startTestServer({ env: { leaseSeconds: 3600 } });
  try {
    const lab = await trainingLab(home);
    await lab.queue();
    const ada = await newWorkerClient(home, 'ada');
    const lease = await claimed(ada);
    const { roomId } = await makeRoom(home, [[lab.owner, 'owner']]);
    const env = { ...home.services.env, port: Number(new URL(home.origin).port) };
    const answers: KillAnswer[] = [];
    await home.restart(async () => {
      const { pool } = openDatabase(home.databaseUrl);
      const writers = { owner: lab.owner, roomId, lease, token: ada.token };
      answers.push(await killRounds({ env, pool, ...writers, rounds: 5, seed: 1 }));
      await pool.end();
    });
    expect(answers.map(({ lost }) => lost)).toEqual([[]]);
    for (const { acknowledged } of answers)
      for (const count of Object.values(acknowledged)) expect(count).toBeGreaterThan(4);
  } finally {
    await home.close();
  }
}, 120_000);
