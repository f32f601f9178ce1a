import { useState } from 'preact/hooks';
import { AskDialog } from '../../components/ask-dialog';
import { SelectSetting } from '../../components/setting';
import { clearStorage } from '../../utils/browser/clear-storage';
import { removeAllOrigins } from '../../utils/browser/permissions';
import { openPage } from '../../utils/browser/tabs';
import { dayKey } from '../../utils/format/date';
import { language, t } from '../../utils/i18n';
import { exportWords } from '../../utils/i18n/exports';
import { say } from '../../utils/i18n/message';
import { options as words } from '../../utils/i18n/options';
import { exportEverything } from '../../utils/storage/export-everything';
import { databaseExists, openDatabase } from '../../utils/storage/open-database';
import { wipe } from '../../utils/storage/wipe';
import { saveFile } from '../report/save-file';
import { platforms, policy, readGranted, save, settings } from './options-state';

const DEFAULT_DAYS = 400;
const DAYS = [30, 90, 180, DEFAULT_DAYS] as const;

/** How long records stay, what can be taken away, and the end of everything. */
export function DataPart() {
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState<'wiped' | 'wipe-failed' | 'export-failed'>();
  const limit = policy.value.maxRetentionDays;
  const choices = DAYS.filter((days) => limit === undefined || days <= limit);
  const exportAll = async () => {
    try {
      if (!(await databaseExists())) return;
      const everything = await exportEverything(await openDatabase());
      const day = dayKey(Date.now(), settings.value.zone);
      saveFile(
        `${say(language.value, exportWords.fileAll, { day })}.json`,
        `${JSON.stringify(everything, null, 2)}\n`,
        'application/json',
      );
      setSaid(undefined);
    } catch {
      setSaid('export-failed');
    }
  };
  const wipeAll = async () => {
    setAsking(false);
    try {
      await removeAllOrigins();
      await wipe(clearStorage);
      platforms.value = [];
      setSaid('wiped');
    } catch {
      setSaid('wipe-failed');
    }
    await readGranted();
  };
  return (
    <>
      <SelectSetting
        name="retention"
        label={t(words.retention)}
        hint={
          limit === undefined
            ? t(words.retentionHint)
            : `${t(words.retentionHint)} ${t(words.retentionPolicy, { count: limit })}`
        }
        value={String(settings.value.retentionDays)}
        choices={[...new Set([...choices, settings.value.retentionDays])]
          .sort((a, b) => a - b)
          .map((days) => [
            String(days),
            t(days === DEFAULT_DAYS ? words.daysDefault : words.days, { count: days }),
          ])}
        onChoose={(days) => save({ retentionDays: Number(days) })}
      />
      <p class="button-row">
        <button
          type="button"
          class="button"
          data-action="open-records"
          onClick={() => openPage('report.html', '#view=records')}
        >
          {t(words.seeRecords)}
        </button>
        <button
          type="button"
          class="button"
          data-action="export-all"
          disabled={policy.value.disabledOutputs.includes('json')}
          onClick={exportAll}
        >
          {t(words.exportAll)}
        </button>
        <button type="button" class="button" data-action="wipe" onClick={() => setAsking(true)}>
          {t(words.wipe)}
        </button>
      </p>
      <p class="small soft text">
        {policy.value.disabledOutputs.includes('json')
          ? t(words.exportOff)
          : t(words.exportAllHint)}
      </p>
      <p aria-live="polite" data-said={said}>
        {said !== undefined &&
          t(
            said === 'wiped'
              ? words.wiped
              : said === 'wipe-failed'
                ? words.wipeFailed
                : words.exportFailed,
          )}
      </p>
      {asking && (
        <AskDialog
          title={t(words.wipeTitle)}
          text={t(words.wipeText)}
          confirm={t(words.wipeConfirm)}
          action="confirm-wipe"
          onConfirm={wipeAll}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
