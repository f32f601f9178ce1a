import { useContext, useEffect, useState } from 'preact/hooks';
import type { OpenedFigure } from '../../components/figure';
import { NamesContext } from '../../components/names';
import { t } from '../../utils/i18n';
import { common } from '../../utils/i18n/common';
import { records as words } from '../../utils/i18n/records';
import { type RecordLine, readRecordsById } from './records-source';
import { RecordTable } from './records-view';
import { addressOf, settings } from './report-state';

const SHOWN = 50;

/** The records behind a figure, as far as they are still there. */
export function FigureEvidence({ opened }: { readonly opened: OpenedFigure }) {
  const names = useContext(NamesContext);
  const { zone } = settings.value;
  const ids = opened.evidence?.ids ?? [];
  const [lines, setLines] = useState<readonly RecordLine[]>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a dialog shows one figure
  useEffect(() => {
    let shown = true;
    void readRecordsById(ids.slice(0, SHOWN), { names, zone })
      .catch(() => [])
      .then((found) => {
        if (shown) setLines(found);
      });
    return () => {
      shown = false;
    };
  }, []);
  if (ids.length === 0) {
    return (
      <p class="soft">
        {t(words.evidenceNone)} <a href={addressOf({ view: 'records' })}>{t(words.seeRecords)}</a>
      </p>
    );
  }
  if (lines === undefined) return <p class="soft">{t(common.loading)}</p>;
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
