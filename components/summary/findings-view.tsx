import { useContext } from 'preact/hooks';
import type { Finding } from '../../utils/domain/records';
import type { FindingView, WeekSummary } from '../../utils/domain/summary';
import { t } from '../../utils/i18n';
import { findingName, findings as words } from '../../utils/i18n/findings';
import { NamesContext } from '../names';
import { FindingsPart, type Judgement } from './findings-part';

interface FindingsViewProps {
  readonly summary: WeekSummary;
  readonly rejected: readonly Finding[];
  readonly onJudge?: ((finding: FindingView, judgement: Judgement) => void) | undefined;
  readonly onRestore?: ((id: string) => void) | undefined;
}

/** Every finding with its grade, and those that the person took off. */
export function FindingsView({ summary, rejected, onJudge, onRestore }: FindingsViewProps) {
  const names = useContext(NamesContext);
  return (
    <section class="view-text wide">
      <h2>{t(words.title)}</h2>
      <p class="soft">{t(words.lead)}</p>
      <FindingsPart findings={summary.findings} zone={summary.zone} onJudge={onJudge} detailed />
      {summary.findingsExempt > 0 && (
        <p class="soft">{t(words.exempt, { count: summary.findingsExempt })}</p>
      )}
      {rejected.length > 0 && (
        <>
          <h3>{t(words.rejectedTitle)}</h3>
          <ul class="plain-list">
            {rejected.map((finding) => {
              const what = t(words.what, {
                platform: names.platform(finding.platform),
                symptom: t(findingName(finding.rule)),
              });
              return (
                <li key={finding.id} class="rejected">
                  <span>{what}</span>
                  {onRestore !== undefined && (
                    <button
                      type="button"
                      class="button small"
                      data-action="restore-finding"
                      aria-label={t(words.restoreLabel, { what })}
                      onClick={() => onRestore(finding.id)}
                    >
                      {t(words.restore)}
                    </button>
                  )}
                </li>
              );
            })}
          </ul>
        </>
      )}
    </section>
  );
}
