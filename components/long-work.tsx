import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../utils/i18n';
import { common } from '../utils/i18n/common';
import { longWork as words } from '../utils/i18n/long-work';

/** Work that takes long: how far it is, and how to stop it. */
interface LongWork {
  /** 0…1 while something runs. */
  readonly share: number | undefined;
  readonly stop: () => void;
  /** Runs one thing at a time; `stopped` where the person stopped it. */
  readonly run: <Result>(
    task: (running: RunningWork) => Promise<Result>,
  ) => Promise<Result | 'stopped'>;
}

/** What work that goes on is given. */
export interface RunningWork {
  readonly signal: AbortSignal;
  /** 0…1. */
  readonly progress: (share: number) => void;
}

/** State of long work in a page; it is stopped when the page leaves it. */
export function useLongWork(): LongWork {
  const [share, setShare] = useState<number>();
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  return {
    share,
    stop: () => running.current?.abort(),
    run: async (task) => {
      const control = new AbortController();
      running.current = control;
      setShare(0);
      try {
        return await task({ signal: control.signal, progress: setShare });
      } catch (error) {
        if (control.signal.aborted) return 'stopped';
        throw error;
      } finally {
        setShare(undefined);
      }
    },
  };
}

interface LongWorkLineProps {
  readonly label: string;
  readonly work: Pick<LongWork, 'share' | 'stop'>;
}

/** A bar, a number, and a way to stop. */
export function LongWorkLine({ label, work: { share, stop } }: LongWorkLineProps) {
  if (share === undefined) return null;
  const percent = Math.floor(share * 100);
  return (
    <p class="button-row" data-work={label}>
      <progress value={percent} max={100} aria-label={label} />
      <span>{t(words.running, { label, percent })}</span>
      <button type="button" class="button small" data-action="stop" onClick={stop}>
        {t(common.cancel)}
      </button>
    </p>
  );
}
