import { addUp } from '../../utils/domain/contribution/batch';
import type { CountReport, CountRequest } from './count-report';
import { readSources } from './read-sources';

/** Counts contributions beside the page, so that it stays at hand however many there are. */
addEventListener('message', ({ data }: MessageEvent<CountRequest>) => {
  void count(data).then(
    (added) => report({ added }),
    () => report({ failed: true }),
  );
});

function report(message: CountReport): void {
  postMessage(message);
}

const REPORT_EVERY_MS = 100;

async function count({ expected, files, leftOut }: CountRequest) {
  const began = performance.now();
  const batch = addUp(expected, new Set(leftOut));
  const total = files.reduce((all, { size }) => all + size, 0);
  let readMs = 0;
  let done = 0;
  let reportedAt = 0;
  const onRead = (bytes: number) => {
    done += bytes;
    const now = performance.now();
    if (now - reportedAt < REPORT_EVERY_MS) return;
    reportedAt = now;
    report({ done, total, counted: batch.counted });
  };
  const { limit } = batch.reader;
  const measured = (take: (bytes: Uint8Array, from: number, to: number) => unknown) => {
    return (bytes: Uint8Array, from: number, to: number) => {
      const at = performance.now();
      take(bytes, from, to);
      readMs += performance.now() - at;
    };
  };
  await readSources(files, {
    take: measured(batch.add),
    tooLarge: () => batch.refuse('too-large'),
    unreadable: () => batch.refuse('malformed'),
    onRead,
    limit,
  });
  if (batch.needsSecondReading) {
    done = 0;
    await readSources(files, {
      take: measured(batch.addAgain),
      tooLarge: () => {},
      unreadable: () => {},
      onRead,
      limit,
    });
  }
  return { ...batch.close(), countMs: readMs, allMs: performance.now() - began };
}
