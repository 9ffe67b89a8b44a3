'use client';
import { useEffect, useRef, useState } from 'react';
import { guessSides, sides, type Side } from './guess-side.ts';
import { uploadFile, type Upload } from './upload.ts';

export type Sent =
  | { state: 'sending'; file: File; bytes: number }
  | { state: 'sent'; file: File; upload: Upload }
  | { state: 'failed'; file: File; message: string };

export type Uploads = Partial<Record<Side, Sent>>;

/** The two files of an import: each is sent when chosen; choosing again replaces it and stops the old one. */
export function useUploads(labId: string) {
  const [uploads, setUploads] = useState<Uploads>({});
  const running = useRef(new Map<Side, AbortController>());

  // Whoever leaves the page sends no further.
  useEffect(() => {
    const all = running.current;
    return () => {
      for (const control of all.values()) control.abort();
    };
  }, []);

  const stop = (side: Side) => running.current.get(side)?.abort();

  const send = (side: Side, file: File) => {
    stop(side);
    const control = new AbortController();
    running.current.set(side, control);
    const put = (sent: Sent) => {
      if (running.current.get(side) === control) setUploads((old) => ({ ...old, [side]: sent }));
    };
    put({ state: 'sending', file, bytes: 0 });
    uploadFile(labId, file, (bytes) => put({ state: 'sending', file, bytes }), control.signal).then(
      (upload) => put({ state: 'sent', file, upload }),
      (error: unknown) => {
        const message = error instanceof Error ? error.message : 'Sending failed.';
        put({ state: 'failed', file, message });
      },
    );
  };

  /** Takes dropped or chosen files; `side` when the person said which table it is. */
  const take = (files: readonly File[], side?: Side) => {
    const [only] = files;
    if (side && only && files.length === 1) {
      send(side, only);
      return;
    }
    const taken = Object.fromEntries(
      sides.flatMap((name) => (uploads[name] ? [[name, uploads[name].file]] : [])),
    );
    const placed = guessSides(files, taken);
    for (const name of sides) {
      const file = placed[name];
      if (file && file !== uploads[name]?.file) send(name, file);
    }
  };

  return { uploads, take, stop };
}
