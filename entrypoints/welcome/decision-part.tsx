import { DecisionList } from '../../components/decision-list';
import { t } from '../../utils/i18n';
import { welcome } from '../../utils/i18n/welcome';
import { askAgain, decide, deciding, declined, governmentGranted, stored } from './welcome-state';

/** The decision: open while none was taken, else in one line with a way to change it. */
export function DecisionPart() {
  const { consent } = stored.value;
  const open = (consent === undefined && !declined.value) || deciding.value;
  return (
    <section class="part" aria-live="polite">
      <h2>{t(welcome.decisionTitle)}</h2>
      {open ? <OpenDecision /> : <TakenDecision />}
    </section>
  );
}

function OpenDecision() {
  return (
    <>
      {stored.value.consentOutdated && <p class="notice">{t(welcome.textChanged)}</p>}
      <p class="text">{t(welcome.decisionText)}</p>
      <DecisionList onDecide={decide} />
      <p class="text small soft">{t(welcome.digestNote)}</p>
    </>
  );
}

function TakenDecision() {
  const { consent } = stored.value;
  return (
    <>
      <p class="text" data-consent={consent?.level ?? 'none'}>
        {consent === undefined
          ? t(welcome.declined)
          : consent.level === 'values'
            ? t(welcome.agreedValues)
            : t(welcome.agreedTimes)}
      </p>
      {consent !== undefined && !governmentGranted.value && (
        <div class="notice signal-notice">
          <p>{t(welcome.permissionMissing)}</p>
          <p>
            <button
              type="button"
              class="button"
              data-action="ask-permission"
              onClick={() => askAgain()}
            >
              {t(welcome.askPermission)}
            </button>
          </p>
        </div>
      )}
      <p>
        <button
          type="button"
          class="link"
          data-action="change-decision"
          onClick={() => {
            deciding.value = true;
          }}
        >
          {t(welcome.changeDecision)}
        </button>
      </p>
    </>
  );
}
