import type { WorkHours } from '../../utils/domain/settings';

/** Minutes from midnight of what a time field holds, `08:30`; undefined where it is empty. */
export function minutesOf(text: string): number | undefined {
  const parts = /^(\d\d):(\d\d)/.exec(text);
  return parts === null ? undefined : Number(parts[1]) * 60 + Number(parts[2]);
}

/** Each span ends after it starts, and none begins before the one before has ended. */
export function areValid(spans: readonly WorkHours[]): boolean {
  return spans.every(
    ({ start, end }, index) => end > start && start >= (spans[index - 1]?.end ?? 0),
  );
}
