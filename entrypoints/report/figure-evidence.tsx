import { useContext, useEffect, useState } from 'preact/hooks';
import type { OpenedFigure } from '../../components/figure';
import { NamesContext } from '../../components/names';
import { t } from '../../utils/i18n';
import { common } from '../../utils/i18n/common';
import type { FigureName } from '../../utils/i18n/definitions';
import { records as words } from '../../utils/i18n/records';
import { report } from '../../utils/i18n/report';
import { type RecordLine, readRecordsById, readRecordsWithin } from './records-source';
import { RecordTable } from './records-view';
import { addressOf, settings, week } from './report-state';

const SHOWN = 50;

/** The kind of record that a figure without a list of its own sums up. */
const KINDS = [
  [/^(?:reentry|forms|overlap|external|overhead\.rework)/, 'submissions'],
  [/^actions/, 'actions'],
  [/^uploads/, 'uploads'],
  [/^(?:zombies|overhead\.urgent)/, 'pageSigns'],
] as const;

function kindOf(figure: FigureName) {
  return KINDS.find(([names]) => names.test(figure))?.[1] ?? 'intervals';
}

/** A figure of several weeks says from when to when; others are of the week shown. */
function periodOf({ evidence }: OpenedFigure): { from: number; to: number } | undefined {
  const { ids = [], firstAt, lastAt } = evidence ?? {};
  if (ids.length > 0 || firstAt === undefined || lastAt === undefined) return undefined;
  return { from: firstAt, to: lastAt + 1 };
}

/** The records behind a figure, as far as they are still there. */
export function FigureEvidence({ opened }: { readonly opened: OpenedFigure }) {
  const names = useContext(NamesContext);
  const { zone } = settings.value;
  const ids = opened.evidence?.ids ?? [];
  const period = periodOf(opened);
  const [lines, setLines] = useState<readonly RecordLine[]>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a dialog shows one figure
  useEffect(() => {
    let shown = true;
    const { from = week.value.from, to = week.value.to } = period ?? {};
    const { platform } = opened;
    const context = { names, zone };
    const reading =
      ids.length > 0
        ? readRecordsById(ids.slice(0, SHOWN), context)
        : readRecordsWithin(kindOf(opened.figure), { from, to, platform, limit: SHOWN }, context);
    void reading
      .catch(() => [])
      .then((found) => {
        if (shown) setLines(found);
      });
    return () => {
      shown = false;
    };
  }, []);
  if (lines === undefined) return <p class="soft">{t(common.loading)}</p>;
  if (ids.length === 0) {
    return (
      <>
        <p class="soft">
          {t(period === undefined ? words.evidenceNone : report.evidencePeriod)}{' '}
          <a href={addressOf({ view: 'records' })}>{t(words.seeRecords)}</a>
        </p>
        {lines.length > 0 && (
          <>
            <p class="small soft">{t(report.newest, { count: lines.length })}</p>
            <RecordTable lines={lines} />
          </>
        )}
      </>
    );
  }
  const asked = Math.min(ids.length, SHOWN);
  return (
    <>
      {lines.length > 0 && <RecordTable lines={lines} />}
      {ids.length > asked && (
        <p class="small soft">{t(words.evidenceMore, { count: ids.length - asked })}</p>
      )}
      {lines.length < asked && (
        <p class="small soft">{t(words.evidenceGone, { count: asked - lines.length })}</p>
      )}
    </>
  );
}
