import { useContext } from 'preact/hooks';
import type { GoodPractice } from '../../utils/domain/summary';
import { t } from '../../utils/i18n';
import { summary as words } from '../../utils/i18n/summary';
import { NamesContext } from '../names';

const LINES = {
  prefills: words.goodPrefills,
  shares: words.goodShares,
  'closed-properly': words.goodClosed,
  'complaint-entry': words.goodComplaint,
} as const satisfies Readonly<Record<GoodPractice['kind'], unknown>>;

/** What platforms do well, listed as plainly as a finding. */
export function GoodPart({ practices }: { readonly practices: readonly GoodPractice[] }) {
  const names = useContext(NamesContext);
  if (practices.length === 0) return <p class="soft">{t(words.goodEmpty)}</p>;
  return (
    <ul class="dash-list">
      {practices.map((practice) => (
        <li key={`${practice.platform} ${practice.kind}`} data-practice={practice.kind}>
          {goodPracticeLine(practice, names.platform(practice.platform))}
        </li>
      ))}
    </ul>
  );
}

/** One sentence for a good practice. */
export function goodPracticeLine({ kind, n }: GoodPractice, platform: string): string {
  if (kind === 'prefills' || kind === 'shares') return t(LINES[kind], { platform, n });
  return t(LINES[kind], { platform });
}
