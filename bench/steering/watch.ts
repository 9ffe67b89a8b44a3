import type { Page } from '@playwright/test';
import { z } from 'zod';

const steered = z.object({
  /** from the slider's event to the request of its circuit, to the answer, to the end of its drawing, and to the frame with it, ms */
  asked: z.number(),
  answered: z.number(),
  drawn: z.number(),
  whole: z.number(),
  /** of these, the network and the draw */
  decode: z.number(),
});
export type Steered = z.infer<typeof steered>;

/**
 * As text, because tsx would give its functions names by a helper that the page has not. It hears the requests to the decode
 * worker and its answers as they pass, and the calls that draw into the circuit's canvas.
 */
const record = `(() => {
  const rows = [];
  const asked = new Map();
  let toDraw = [];
  let at = null;
  const now = () => performance.now();
  const onInput = () => (at = now());
  addEventListener('input', onInput, true);

  const heard = new Set();
  const onMessage = ({ data }) => {
    const row = asked.get(data.id);
    if (!row) return;
    asked.delete(data.id);
    const { networkMs, drawMs } = data.value;
    toDraw.push({ ...row, answered: now(), decode: networkMs + drawMs });
  };
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message, ...rest) {
    if (at !== null && message?.path?.[0] === 'decode') {
      if (!heard.has(this)) this.addEventListener('message', onMessage);
      heard.add(this);
      asked.set(message.id, { at, asked: now() });
      at = null;
    }
    return post.call(this, message, ...rest);
  };

  const draws = ['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced'];
  const contexts = [WebGLRenderingContext.prototype, WebGL2RenderingContext.prototype];
  const before = contexts.map((context) => draws.map((name) => context[name]));
  const onDraw = (canvas) => {
    if (toDraw.length === 0 || !canvas.closest?.('[data-testid="circuit-graph"]')) return;
    const mine = toDraw;
    toDraw = [];
    queueMicrotask(() => {
      const drawn = now(); // after the last call of this drawing
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => {
          const framed = now();
          for (const row of mine)
            rows.push({
              asked: row.asked - row.at,
              answered: row.answered - row.at,
              drawn: drawn - row.at,
              whole: framed - row.at,
              decode: row.decode,
            });
        };
        channel.port2.postMessage(0);
      });
    });
  };
  contexts.forEach((context, c) =>
    draws.forEach((name, d) => {
      const draw = before[c][d];
      if (!draw) return;
      context[name] = function (...given) {
        const done = draw.apply(this, given);
        onDraw(this.canvas);
        return done;
      };
    }),
  );
  return {
    end() {
      removeEventListener('input', onInput, true);
      Worker.prototype.postMessage = post;
      for (const worker of heard) worker.removeEventListener('message', onMessage);
      contexts.forEach((context, c) =>
        draws.forEach((name, d) => before[c][d] && (context[name] = before[c][d])),
      );
      return rows;
    },
  };
})()`;

/** Watches how slider moves come to the screen, until `end`. */
export async function watchSteering(page: Page): Promise<{ end: () => Promise<Steered[]> }> {
  const recorder = await page.evaluateHandle<{ end: () => unknown }>(record);
  return {
    end: async () => z.array(steered).parse(await recorder.evaluate((one) => one.end())),
  };
}
