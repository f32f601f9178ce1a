import type { Fault } from '../utils/domain/records';
import { formatMoment } from '../utils/format/date';
import { language, t } from '../utils/i18n';
import { faults as faultWords } from '../utils/i18n/faults';
import { report as words } from '../utils/i18n/report';
import { GRAVE_FAULTS } from './grave-faults';

interface FaultNoticesProps {
  readonly faults: readonly Fault[];
  readonly zone: string;
  readonly onRead: () => void;
}

/** What went wrong, in plain words: each kind once, with its last time. */
export function FaultNotices({ faults, zone, onRead }: FaultNoticesProps) {
  if (faults.length === 0) return null;
  const latest = new Map<Fault['code'], Fault>();
  for (const fault of faults) {
    const known = latest.get(fault.code);
    if (known === undefined || known.at < fault.at) latest.set(fault.code, fault);
  }
  const grave = [...latest.keys()].some((code) => GRAVE_FAULTS.has(code));
  return (
    <section
      class={grave ? 'notice signal-notice faults' : 'notice faults'}
      aria-label={t(words.faultsTitle)}
    >
      <h2>{t(words.faultsTitle)}</h2>
      <ul class="dash-list">
        {[...latest.values()].map((fault) => (
          <li key={fault.code} data-fault={fault.code}>
            {t(words.faultLine, {
              date: formatMoment(fault.at, zone, language.value),
              text: t(faultWords[fault.code]),
            })}
          </li>
        ))}
      </ul>
      <p>
        <button type="button" class="button small" data-action="faults-read" onClick={onRead}>
          {t(words.faultsRead)}
        </button>
      </p>
    </section>
  );
}
