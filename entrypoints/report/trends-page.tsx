import { useEffect, useState } from 'preact/hooks';
import { TrendsView } from '../../components/trends/trends-view';
import type { TrendSource } from '../../utils/domain/trend';
import { t } from '../../utils/i18n';
import { report as words } from '../../utils/i18n/report';
import { openDatabase } from '../../utils/storage/open-database';
import { readTrend } from '../../utils/storage/trend-records';
import { loadKnowledge } from './load-knowledge';
import { settings } from './report-state';

/** Trends, read once when the view is opened: closed weeks do not change under the eyes. */
export function TrendsPage() {
  const [source, setSource] = useState<TrendSource | 'failed'>();
  const shown = settings.value;
  useEffect(() => {
    Promise.all([openDatabase(), loadKnowledge()])
      .then(([database, { concepts, dayKind }]) =>
        readTrend(database, { now: Date.now(), settings: shown, concepts, dayKind }),
      )
      .then(setSource, () => setSource('failed'));
  }, []);
  if (source === undefined) return <p class="soft">{t(words.reading)}</p>;
  if (source === 'failed') return <p class="notice signal-notice">{t(words.unreadable)}</p>;
  return <TrendsView source={source} zone={shown.zone} />;
}
