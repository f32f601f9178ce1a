import type { Action, Interval, PageSign, Submission, Upload } from '../../utils/domain/records';
import { SECOND_MS } from '../../utils/domain/time-constants';
import type { Tables } from '../e2e/records';
import type { Done } from '../portals/stretch';

/** One thing that the script did, beside what was recorded of it. */
export interface Row {
  readonly what: string;
  readonly where: string;
  readonly done: number | string;
  readonly recorded: number | string;
  readonly holds: boolean;
}

const TIME_TOLERANCE_MS = SECOND_MS;
const TIME_TOLERANCE_SHARE = 0.02;

/** What the script did, beside what the database holds, thing by thing and platform by platform. */
export function compare(done: Done, tables: Tables): readonly Row[] {
  const submissions = rowsOf<Submission>(tables, 'submissions');
  const accepted = submissions.filter(({ outcome }) => outcome === 'accepted');
  const attempts = submissions.filter(({ outcome }) => outcome !== 'accepted');
  const uploads = rowsOf<Upload>(tables, 'uploads');
  const actions = rowsOf<Action>(tables, 'actions').filter(({ outcome }) => outcome === 'done');
  const kind = (name: string) => actions.filter(({ action }) => action === name);
  const { expected } = done;
  return [
    ...counts('提交 submissions', done.submissions, accepted),
    ...counts('未成功提交 attempts', done.attempts, attempts),
    ...counts(
      '录入项 entered fields',
      done.submissions.flatMap(({ host, fields }) => fields.map(() => ({ host }))),
      accepted.flatMap(({ platform, fields }) =>
        fields.filter(({ how }) => ENTERED.has(how)).map(() => ({ platform })),
      ),
    ),
    ...counts(
      '重复录入 re-entered fields',
      expected.reentered,
      accepted.flatMap(({ platform, judgement }) =>
        (judgement?.reentered ?? []).map(() => ({ platform })),
      ),
    ),
    ...pairs(done, accepted),
    ...counts(
      '上传 uploads',
      done.uploads,
      uploads.filter(({ outcome }) => outcome !== 'cancelled'),
    ),
    ...repeats(done, uploads),
    ...counts('打卡 check-ins', done.checkIns, kind('check-in')),
    ...counts('已读确认 read-confirms', done.readConfirms, kind('read-confirm')),
    ...counts('签收 receipts', done.receipts, kind('receipt')),
    ...newestDates(done, rowsOf<PageSign>(tables, 'pageSigns')),
    ...times(done, rowsOf<Interval>(tables, 'intervals')),
  ];
}

const ENTERED: ReadonlySet<string> = new Set(['typed', 'pasted', 'chosen', 'imported']);

function rowsOf<T>(tables: Tables, name: string): readonly T[] {
  return (tables[name] ?? []) as readonly T[];
}

/** Counts by platform; a platform that only one side knows stands there with a nought. */
function counts(
  what: string,
  done: readonly { readonly host: string }[],
  recorded: readonly { readonly platform: string }[],
): Row[] {
  const doneBy = tally(done.map(({ host }) => platformOf(host)));
  const recordedBy = tally(recorded.map(({ platform }) => platform));
  return keysOf(doneBy, recordedBy).map((where) =>
    exact(what, where, doneBy.get(where) ?? 0, recordedBy.get(where) ?? 0),
  );
}

function pairs(done: Done, accepted: readonly Submission[]): Row[] {
  const doneBy = new Map(
    done.expected.reenteredByPair.map(({ earlierHost, host, fields }) => [
      `${earlierHost} → ${host}`,
      fields,
    ]),
  );
  const recordedBy = tally(
    accepted.flatMap(({ platform, judgement }) =>
      (judgement?.reentered ?? []).flatMap(({ platforms }) =>
        platforms.map((earlier) => `${earlier} → ${platform}`),
      ),
    ),
  );
  return keysOf(doneBy, recordedBy).map((where) =>
    exact(
      '重复录入（两平台间） between',
      where,
      doneBy.get(where) ?? 0,
      recordedBy.get(where) ?? 0,
    ),
  );
}

function repeats(done: Done, uploads: readonly Upload[]): Row[] {
  const groups = new Map<string, Upload[]>();
  for (const upload of uploads) {
    if (upload.digest === undefined) continue;
    groups.set(upload.digest, [...(groups.get(upload.digest) ?? []), upload]);
  }
  const platformsOf = (group: readonly Upload[]) => new Set(group.map(({ platform }) => platform));
  const across = [...groups.values()].filter((group) => platformsOf(group).size > 1);
  const on = [...groups.values()].flatMap((group) =>
    [...platformsOf(group)].filter(
      (platform) => group.filter((upload) => upload.platform === platform).length > 1,
    ),
  );
  const names = (hosts: readonly string[]) => [...hosts].sort().join(' + ');
  return [
    exact(
      '跨平台重复上传 repeated across platforms',
      done.expected.repeatedAcross.map(({ hosts }) => names(hosts)).join('; '),
      done.expected.repeatedAcross
        .map(({ hosts }) => names(hosts))
        .sort()
        .join('; '),
      across
        .map((group) => names([...platformsOf(group)]))
        .sort()
        .join('; '),
    ),
    exact(
      '同平台重复上传 repeated on a platform',
      names(done.expected.repeatedOn.map(({ host }) => host)),
      names(done.expected.repeatedOn.map(({ host }) => host)),
      names(on),
    ),
  ];
}

/** The newest update date of each website, over all its pages that were opened. */
function newestDates(done: Done, signs: readonly PageSign[]): Row[] {
  const hosts = [...new Set(done.pageDates.map(({ host }) => host))];
  return hosts.map((host) => {
    const shown = done.pageDates.filter((one) => one.host === host).map(({ newest }) => newest);
    const seen = signs
      .filter(({ platform }) => platform === platformOf(host))
      .map(({ newest }) => newest);
    return exact('最近更新 newest update', host, latest(shown), latest(seen));
  });
}

function times(done: Done, intervals: readonly Interval[]): Row[] {
  const recordedBy = new Map<string, number>();
  for (const { platform, place, from, to } of intervals) {
    if (place === 'front') recordedBy.set(platform, (recordedBy.get(platform) ?? 0) + to - from);
  }
  const doneBy = new Map(
    Object.entries(done.frontMs).map(([host, ms]) => [platformOf(host), ms] as const),
  );
  return keysOf(doneBy, recordedBy).map((where) => {
    const doneMs = doneBy.get(where) ?? 0;
    const recordedMs = recordedBy.get(where) ?? 0;
    const tolerance = Math.max(TIME_TOLERANCE_MS, doneMs * TIME_TOLERANCE_SHARE);
    return {
      what: '在前台 in front',
      where,
      done: seconds(doneMs),
      recorded: seconds(recordedMs),
      holds: Math.abs(doneMs - recordedMs) <= tolerance,
    };
  });
}

function exact(what: string, where: string, done: number | string, recorded: number | string): Row {
  return { what, where, done, recorded, holds: done === recorded };
}

/** The platform that a host is: the name without `www.`. */
function platformOf(host: string): string {
  return host.replace(/^www\./, '');
}

function tally(keys: readonly string[]): Map<string, number> {
  const counted = new Map<string, number>();
  for (const key of keys) counted.set(key, (counted.get(key) ?? 0) + 1);
  return counted;
}

function keysOf(...maps: readonly ReadonlyMap<string, unknown>[]): string[] {
  return [...new Set(maps.flatMap((map) => [...map.keys()]))].sort();
}

function latest(dates: readonly (string | undefined)[]): string {
  return (
    dates
      .filter((date) => date !== undefined)
      .sort()
      .at(-1) ?? ''
  );
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
