const LEAST_GAP_MS = 200;

/** A line that tells how far it is: rewritten in a terminal, elsewhere one line for each tenth. */
export function progressLine(stream: NodeJS.WriteStream): {
  show(share: number): void;
  end(): void;
} {
  let shownAt = 0;
  let tenth = 0;
  let open = false;
  return {
    show: (share) => {
      const percent = `${Math.floor(share * 100)} %`;
      if (!stream.isTTY) {
        if (Math.floor(share * 10) <= tenth) return;
        tenth = Math.floor(share * 10);
        stream.write(`${percent}\n`);
      } else if (Date.now() - shownAt >= LEAST_GAP_MS) {
        shownAt = Date.now();
        const filled = Math.round(share * 30);
        stream.write(`\r${'█'.repeat(filled)}${'░'.repeat(30 - filled)} ${percent}`);
        open = true;
      }
    },
    end: () => {
      if (open) stream.write('\r\u001b[K');
    },
  };
}
