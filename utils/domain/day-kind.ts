/**
 * What the State Council's calendar makes of a local day. A weekend that is worked in exchange for a
 * holiday (调休) is a `workday`; the other days of a weekend are `restday`, statutory holidays and
 * the days given for them `holiday`.
 */
export type DayKind = 'workday' | 'restday' | 'holiday';

/** The kind of a local day `yyyy-mm-dd`; undefined in a year whose calendar is not known. */
export type DayKindLookup = (day: string) => DayKind | undefined;
