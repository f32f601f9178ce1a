import { t } from '../../utils/i18n';
import type { Message } from '../../utils/i18n/message';
import { options as words } from '../../utils/i18n/options';
import { policy } from './options-state';

const OUTPUTS = {
  print: words.outputPrint,
  json: words.outputJson,
  csv: words.outputCsv,
  excel: words.outputExcel,
  contribution: words.outputContribution,
} as const;

/** What a unit set: shown as it is, with what it cannot touch. */
export function PolicyPart() {
  const { onlySites, presetSites, maxRetentionDays, disabledOutputs, structureOnly } = policy.value;
  const separator = ' · ';
  const lines: readonly (readonly [Message, string])[] = [
    [words.policyOnlySites, onlySites.join(separator)],
    [words.policyPreset, presetSites.map(({ name }) => name).join(separator)],
    [
      words.policyRetention,
      maxRetentionDays === undefined ? '' : t(words.days, { count: maxRetentionDays }),
    ],
    [words.policyOutputs, disabledOutputs.map((output) => t(OUTPUTS[output])).join(separator)],
    [words.policyStructure, structureOnly ? t(words.yes) : ''],
  ];
  const set = lines.filter(([, value]) => value !== '');
  if (set.length === 0) return <p class="soft">{t(words.policyNone)}</p>;
  return (
    <>
      <p class="text">{t(words.policyText)}</p>
      <dl class="policy">
        {set.map(([title, value]) => (
          <div key={title.en} class="setting">
            <dt>{t(title)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
