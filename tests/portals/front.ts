import type { Page } from 'playwright-core';

/** One stay of a host in front: epoch ms by the clock of this program. */
export interface Stay {
  readonly host: string;
  readonly fromAt: number;
  readonly toAt: number;
}

/** Keeps book of which host is in front, by the moments at which this program brings it there. */
export interface FrontWatch {
  readonly stays: readonly Stay[];
  /** The tab is in front since `at`; its host counts from there, and each host that it goes to next. */
  enter(page: Page, at?: number): void;
  /** What was in front is so no longer since `at`. */
  leave(at?: number): void;
  /** Milliseconds in front by host. */
  frontMs(): Readonly<Record<string, number>>;
}

export function watchFront(): FrontWatch {
  const stays: Stay[] = [];
  const watched = new WeakSet<Page>();
  let front: Page | undefined;
  let current: { readonly host: string; readonly fromAt: number } | undefined;

  function turnTo(host: string, at: number): void {
    if (current?.host === host) return;
    if (current && current.host !== '') stays.push({ ...current, toAt: at });
    current = { host, fromAt: at };
  }

  return {
    stays,
    enter(page, at = Date.now()) {
      front = page;
      turnTo(hostOf(page), at);
      if (watched.has(page)) return;
      watched.add(page);
      page.on('framenavigated', (frame) => {
        if (page === front && frame === page.mainFrame()) turnTo(hostOf(page), Date.now());
      });
    },
    leave(at = Date.now()) {
      front = undefined;
      turnTo('', at);
    },
    frontMs() {
      const sums = new Map<string, number>();
      for (const { host, fromAt, toAt } of stays) {
        sums.set(host, (sums.get(host) ?? 0) + toAt - fromAt);
      }
      return Object.fromEntries(sums);
    },
  };
}

function hostOf(page: Page): string {
  const url = page.url();
  return url.startsWith('http') ? new URL(url).host : '';
}
