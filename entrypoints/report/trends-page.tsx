import { useEffect, useState } from 'preact/hooks';
import { LongWorkLine, useLongWork } from '../../components/long-work';
import { TrendsView } from '../../components/trends/trends-view';
import type { TrendSource } from '../../utils/domain/trend';
import { t } from '../../utils/i18n';
import { longWork } from '../../utils/i18n/long-work';
import { report as words } from '../../utils/i18n/report';
import { trends } from '../../utils/i18n/trends';
import { openDatabase } from '../../utils/storage/open-database';
import { readTrend } from '../../utils/storage/trend-records';
import { loadKnowledge } from './load-knowledge';
import { settings } from './report-state';

/**
 * Trends, read once when the view is opened: closed weeks do not change under the eyes. Leaving the
 * view stops the reading.
 */
export function TrendsPage() {
  const [source, setSource] = useState<TrendSource | 'failed' | 'stopped'>();
  const work = useLongWork();
  const shown = settings.value;
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, when the view is opened
  useEffect(() => {
    work
      .run(async (running) => {
        const [database, { concepts, dayKind }] = await Promise.all([
          openDatabase(),
          loadKnowledge(),
        ]);
        const reading = { now: Date.now(), settings: shown, concepts, dayKind };
        return readTrend(database, reading, running);
      })
      .then(setSource, () => setSource('failed'));
  }, []);
  if (source === undefined) return <LongWorkLine label={t(trends.summing)} work={work} />;
  if (source === 'stopped') return <p class="soft">{t(longWork.stopped)}</p>;
  if (source === 'failed') return <p class="notice signal-notice">{t(words.unreadable)}</p>;
  return <TrendsView source={source} zone={shown.zone} />;
}
