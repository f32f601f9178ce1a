/**
 * What speaks for a finding: single facts of a stretch of time, each with the record that shows it.
 */

import type { ActionKind } from './action-kind';
import type { ConceptLookup } from './concept';
import { isEntered } from './entered';
import type { EvidenceKind } from './finding-rules';
import type { FormWork } from './form-work';
import { groupBy } from './grouping';
import type { CueKind } from './observation';
import type { PageClass } from './page-class';
import type { Action, Interval, PageSign, Transfer, Upload } from './records';
import { duplicateSubmissions, unchangedResubmissions } from './repeated-submissions';
import type { Evidence } from './summary';
import { MINUTE_MS, SECOND_MS } from './time-constants';
import type { SuspectedZombie } from './zombies';

/** One fact. */
export interface FindingFact {
  readonly kind: EvidenceKind;
  readonly platform: string;
  /** Record that shows it. */
  readonly id: string;
  readonly at: number;
  /** How much it is: objects acted on, fields, ms, days. */
  readonly weight: number;
  /** In a security or emergency scene. */
  readonly exempt: boolean;
  readonly pageClass?: PageClass;
  /** What exactly it is about, where the same fact can be seen again and again. */
  readonly about?: string;
  readonly figures?: Readonly<Record<string, number>>;
  /** All records that show it, where it is more than its own. */
  readonly evidence?: Evidence;
}

export interface FactSources {
  readonly actions: readonly Action[];
  /** Tell on which class of page something was done. */
  readonly intervals: readonly Interval[];
  readonly pageSigns: readonly PageSign[];
  readonly uploads: readonly Upload[];
  /** Those of the uploads that repeat an earlier one on another platform. */
  readonly repeatedAcross: readonly Upload[];
  readonly transfers: readonly Transfer[];
  readonly work: FormWork;
  readonly zombies: readonly SuspectedZombie[];
  readonly concepts: ConceptLookup;
  readonly idOf: (platform: string) => string | undefined;
  readonly isExternal: (platform: string) => boolean;
}

const ACTION_EVIDENCE: Readonly<Partial<Record<ActionKind, EvidenceKind>>> = {
  'check-in': 'check-in',
  location: 'location',
  like: 'popularity',
  share: 'popularity',
  vote: 'popularity',
  'read-confirm': 'read-confirm',
  receipt: 'read-confirm',
};

const CUE_EVIDENCE: Readonly<Partial<Record<CueKind, EvidenceKind>>> = {
  ranking: 'ranking-text',
  points: 'points-text',
  quota: 'quota-text',
  frequency: 'quota-text',
};

/** The facts that all rules look at; each row is of the stretch already. */
export function findingFacts(sources: FactSources): readonly FindingFact[] {
  const pageAt = pageClasses(sources);
  const done = (kind: EvidenceKind, row: Row, more: Partial<FindingFact> = {}) =>
    fact(kind, row, { ...pageAt(row), ...more });
  return [
    ...sources.actions.flatMap((row) => {
      const kind = ACTION_EVIDENCE[row.action];
      // What the person calls voluntary is no sign of a demand.
      if (kind === undefined || row.outcome !== 'done' || row.ownLabel === 'voluntary') return [];
      return [done(kind, row, { weight: row.count, exempt: row.exempt })];
    }),
    ...sources.pageSigns.flatMap(pageFacts),
    ...sources.uploads
      .filter(({ proofMaterial }) => proofMaterial)
      .map((row) => done('proof-material', row)),
    ...sources.repeatedAcross.map((row) => done('repeated-upload', row)),
    ...sources.transfers.map(({ id, at, to }) => done('transfer', { id, at, platform: to })),
    ...workFacts(sources),
    ...sources.zombies.flatMap((zombie) => zombieFacts(zombie, pageAt)),
  ];
}

interface Row {
  readonly id: string;
  readonly platform: string;
  readonly at: number;
}

function fact(
  kind: EvidenceKind,
  { id, platform, at }: Row,
  more: Partial<FindingFact> = {},
): FindingFact {
  return { kind, id, platform, at, weight: 1, exempt: false, ...more };
}

type PageAt = (row: Pick<Row, 'platform' | 'at'>) => Pick<FindingFact, 'pageClass'>;

/** A page stays in front no longer than a visit lasts without another one being opened. */
const PAGE_MS = 30 * MINUTE_MS;

/**
 * The class of the page that a platform had in front at a moment; where the times of that week are
 * not read any more, of the last page that was opened there.
 */
function pageClasses({
  intervals,
  pageSigns,
}: Pick<FactSources, 'intervals' | 'pageSigns'>): PageAt {
  const front = intervals.filter(({ place }) => place === 'front').sort((a, b) => a.from - b.from);
  const shown = groupBy(front, ({ platform }) => platform);
  const opened = groupBy(
    [...pageSigns].sort((a, b) => a.at - b.at),
    ({ platform }) => platform,
  );
  return ({ platform, at }) => {
    const own = shown.get(platform) ?? [];
    const interval = own[firstAfter(own, ({ from }) => from, at) - 1];
    if (interval !== undefined && at <= interval.to) return { pageClass: interval.pageClass };
    const pages = opened.get(platform) ?? [];
    const page = pages[firstAfter(pages, (sign) => sign.at, at) - 1];
    return page === undefined || page.failed || at - page.at > PAGE_MS
      ? {}
      : { pageClass: page.pageClass };
  };
}

/** Index of the first of rows, in the order of their times, that is after a moment. */
function firstAfter<One>(rows: readonly One[], timeOf: (row: One) => number, at: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (timeOf(rows[middle] as One) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function pageFacts(sign: PageSign): readonly FindingFact[] {
  const { pageClass, cues, forcedSeconds } = sign;
  const facts = cues.flatMap((cue) => {
    const kind = CUE_EVIDENCE[cue];
    return kind === undefined ? [] : [fact(kind, sign, { pageClass })];
  });
  if (pageClass === 'assessment') facts.push(fact('assessment-page', sign, { pageClass }));
  if (forcedSeconds > 0) {
    facts.push(fact('forced-reading', sign, { pageClass, weight: forcedSeconds * SECOND_MS }));
  }
  return facts;
}

function workFacts({ work, concepts, idOf, isExternal }: FactSources): readonly FindingFact[] {
  const reentered = work.fields
    .filter(({ from }) => from.length > 0)
    .map(({ submission, from }) =>
      fact('reentered-fields', submission, {
        pageClass: 'form',
        figures: { platforms: from.length },
      }),
    );
  const sensitive = work.finished.flatMap(({ records, last }) => {
    if (!isExternal(last.platform)) return [];
    const items = records.flatMap(({ fields }) =>
      fields.filter(
        (field) =>
          isEntered(field) &&
          field.concept !== undefined &&
          concepts(field.concept)?.sensitive === true,
      ),
    );
    return items.length === 0
      ? []
      : [fact('sensitive-outside', last, { weight: items.length, pageClass: 'form' })];
  });
  return [
    ...reentered,
    ...sensitive,
    ...duplicateSubmissions(work.finished, idOf).map(({ submission, platform, at }) =>
      fact('duplicate-submission', { id: submission, platform, at }, { pageClass: 'form' }),
    ),
    ...unchangedResubmissions(work.finished).map(({ last }) =>
      fact('unchanged-resubmission', last, { pageClass: 'form' }),
    ),
  ];
}

function zombieFacts(
  { suspicion, facts, about }: SuspectedZombie,
  pageAt: PageAt,
): readonly FindingFact[] {
  const { platform, rule, kind, figures, evidence } = suspicion;
  return facts.map(({ id, at, weight, pageClass }) =>
    // Rules of zombies are named as what they look at.
    fact(
      rule as EvidenceKind,
      { id, platform, at },
      {
        weight,
        figures,
        ...(pageClass === undefined
          ? kind === 'use'
            ? pageAt({ platform, at })
            : {}
          : { pageClass }),
        ...(about === undefined ? {} : { about }),
        // The newest look stands for all of them.
        ...(kind === 'content' ? { evidence } : {}),
      },
    ),
  );
}
