import { useState } from 'preact/hooks';
import { AskDialog } from '../../components/ask-dialog';
import { removeAllOrigins } from '../../utils/browser/permissions';
import { pauseUntil, resume, withdrawConsent } from '../../utils/browser/settings';
import { openPage } from '../../utils/browser/tabs';
import { mayRecord, type Pause } from '../../utils/domain/settings';
import { addDays, dayKeyAt, startOfDay } from '../../utils/domain/zone';
import { formatFullDay } from '../../utils/format/date';
import { language, t } from '../../utils/i18n';
import { options as words } from '../../utils/i18n/options';
import { keep, readGranted, settings, stored } from './options-state';

/** The decision and the pause: always the person's. */
export function ConsentPart() {
  const [asking, setAsking] = useState(false);
  const { consent } = stored.value;
  const { zone } = settings.value;
  const recording = mayRecord(stored.value, Date.now());
  const withdraw = async () => {
    setAsking(false);
    await keep(async () => {
      await withdrawConsent();
      await removeAllOrigins();
    });
    await readGranted();
  };
  const pause = (until: Pause['until']) => keep(() => pauseUntil(until));
  const pauseToday = () => pause(startOfDay(addDays(dayKeyAt(Date.now(), zone), 1), zone));
  return (
    <>
      <p data-consent={consent?.level ?? 'none'}>
        {consent === undefined
          ? t(words.consentNone)
          : t(consent.level === 'values' ? words.consentValues : words.consentTimes)}
        {consent !== undefined && (
          <span class="soft">
            {' '}
            {t(words.consentSince, { date: formatFullDay(consent.at, zone, language.value) })}
          </span>
        )}
      </p>
      {consent !== undefined && (
        <p aria-live="polite">{t(recording ? words.recordingNow : words.pausedNow)}</p>
      )}
      <p class="button-row">
        <button
          type="button"
          class="button"
          data-action="open-welcome"
          onClick={() => openPage('welcome.html')}
        >
          {t(words.changeConsent)}
        </button>
        {consent !== undefined &&
          (recording ? (
            <>
              <button type="button" class="button" data-action="pause-today" onClick={pauseToday}>
                {t(words.pauseToday)}
              </button>
              <button
                type="button"
                class="button"
                data-action="pause-open"
                onClick={() => pause('resumed')}
              >
                {t(words.pauseOpen)}
              </button>
            </>
          ) : (
            <button type="button" class="button" data-action="resume" onClick={() => keep(resume)}>
              {t(words.resume)}
            </button>
          ))}
        {consent !== undefined && (
          <button
            type="button"
            class="button"
            data-action="withdraw"
            onClick={() => setAsking(true)}
          >
            {t(words.withdraw)}
          </button>
        )}
      </p>
      {asking && (
        <AskDialog
          title={t(words.withdrawTitle)}
          text={t(words.withdrawText)}
          confirm={t(words.withdraw)}
          action="confirm-withdraw"
          onConfirm={withdraw}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
