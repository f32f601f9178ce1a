import { requestOrigin } from '../../utils/browser/permissions';
import { openPage } from '../../utils/browser/tabs';
import { matchesAnyPattern } from '../../utils/domain/match-pattern';
import { t } from '../../utils/i18n';
import type { Message } from '../../utils/i18n/message';
import { welcome } from '../../utils/i18n/welcome';
import { ChooseSystems } from './choose-systems';
import { granted, policy, readGranted, stored } from './welcome-state';

const STEPS: readonly Message[] = [
  welcome.nextWork,
  welcome.nextAdd,
  welcome.nextPause,
  welcome.nextSummary,
];

/** What happens next, and which systems to add: only once the person has agreed. */
export function AfterConsent() {
  if (stored.value.consent === undefined) return null;
  return (
    <>
      <section class="part">
        <h2>{t(welcome.nextTitle)}</h2>
        <ol class="number-list text">
          {STEPS.map((step) => (
            <li key={step.en}>{t(step)}</li>
          ))}
        </ol>
        <p class="button-row">
          <button type="button" class="button" onClick={() => openPage('report.html')}>
            {t(welcome.openSummary)}
          </button>
          <button type="button" class="button" onClick={() => openPage('options.html')}>
            {t(welcome.openOptions)}
          </button>
        </p>
      </section>
      <PresetSites />
      <ChooseSystems />
    </>
  );
}

/** Sites that a unit's policy suggests: each is the person's own click. */
function PresetSites() {
  const { presetSites } = policy.value;
  if (presetSites.length === 0) return null;
  return (
    <section class="part">
      <h2>{t(welcome.presetTitle)}</h2>
      <p class="text">{t(welcome.presetText)}</p>
      <ul class="plain-list">
        {presetSites.map(({ url, name }) => (
          <li key={url} class="preset">
            <span>{name}</span>
            {matchesAnyPattern(granted.value, url) ? (
              <span class="tag accent">{t(welcome.systemsAdded)}</span>
            ) : (
              <button
                type="button"
                class="button small"
                data-action="add-preset"
                onClick={async () => {
                  await requestOrigin(url);
                  await readGranted();
                }}
              >
                {t(welcome.presetAdd)}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
