import { openPage } from '../../utils/browser/tabs';
import { t } from '../../utils/i18n';
import { common } from '../../utils/i18n/common';
import type { Message } from '../../utils/i18n/message';
import { welcome } from '../../utils/i18n/welcome';
import { byPolicy } from './welcome-state';

const RECORDED: readonly Message[] = [
  welcome.recordedTime,
  welcome.recordedForms,
  welcome.recordedTraces,
  welcome.recordedSigns,
];
const NEVER: readonly Message[] = [
  welcome.neverValues,
  welcome.neverPages,
  welcome.neverOthers,
  welcome.neverSensitive,
];

/** What is recorded, what never is, and where the data go. */
export function Explanation() {
  return (
    <section class="part">
      {byPolicy.value && <p class="notice">{t(welcome.policyInstalled)}</p>}
      <p class="text">{t(welcome.lead)}</p>
      <div class="two-columns">
        <div>
          <h2>{t(welcome.recordedTitle)}</h2>
          <DashList lines={RECORDED} />
        </div>
        <div>
          <h2>{t(welcome.neverTitle)}</h2>
          <DashList lines={NEVER} />
        </div>
      </div>
      <div class="together">
        <h2>{t(welcome.nothingSentTitle)}</h2>
        <p class="text">{t(welcome.nothingSent)}</p>
      </div>
      <p class="button-row">
        <button
          type="button"
          class="button"
          data-action="open-sample"
          onClick={() => openPage('report.html', '#view=sample')}
        >
          {t(welcome.openSample)}
        </button>
        <button
          type="button"
          class="button"
          data-action="open-practice"
          onClick={() => openPage('practice.html')}
        >
          {t(common.openPractice)}
        </button>
      </p>
    </section>
  );
}

function DashList({ lines }: { readonly lines: readonly Message[] }) {
  return (
    <ul class="dash-list">
      {lines.map((line) => (
        <li key={line.en}>{t(line)}</li>
      ))}
    </ul>
  );
}
