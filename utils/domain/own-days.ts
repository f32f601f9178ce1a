import type { DayKindLookup } from './day-kind';

/** A day that the person worked, or had off, other than the calendar says (值班、补休). */
export interface OwnDay {
  /** Local day, `yyyy-mm-dd`. */
  readonly day: string;
  readonly kind: 'workday' | 'restday';
}

/** The calendar with the person's own days over it. */
export function withOwnDays(lookup: DayKindLookup, ownDays: readonly OwnDay[]): DayKindLookup {
  if (ownDays.length === 0) return lookup;
  const own = new Map(ownDays.map(({ day, kind }) => [day, kind]));
  return (day) => own.get(day) ?? lookup(day);
}
