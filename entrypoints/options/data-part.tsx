import { useState } from 'preact/hooks';
import { AskDialog } from '../../components/ask-dialog';
import { LongWorkLine, useLongWork } from '../../components/long-work';
import { SelectSetting } from '../../components/setting';
import { clearStorage } from '../../utils/browser/clear-storage';
import { removeAllOrigins } from '../../utils/browser/permissions';
import { openPage } from '../../utils/browser/tabs';
import { dayKey } from '../../utils/format/date';
import { t } from '../../utils/i18n';
import { exportWords } from '../../utils/i18n/exports';
import { longWork } from '../../utils/i18n/long-work';
import { options as words } from '../../utils/i18n/options';
import { exportEverything } from '../../utils/storage/export-everything';
import { databaseExists, openDatabase } from '../../utils/storage/open-database';
import { wipe } from '../../utils/storage/wipe';
import { saveFile } from '../report/save-file';
import { platforms, policy, readGranted, save, settings } from './options-state';

const SAID = {
  wiped: words.wiped,
  'wipe-failed': words.wipeFailed,
  'export-failed': words.exportFailed,
  stopped: longWork.stopped,
} as const;
const DEFAULT_DAYS = 400;
const DAYS = [30, 90, 180, DEFAULT_DAYS] as const;

/** How long records stay, what can be taken away, and the end of everything. */
export function DataPart() {
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState<keyof typeof SAID>();
  const limit = policy.value.maxRetentionDays;
  const choices = DAYS.filter((days) => limit === undefined || days <= limit);
  const work = useLongWork();
  const exportAll = async () => {
    setSaid(undefined);
    try {
      if (!(await databaseExists())) return;
      const file = await work.run(async (running) =>
        exportEverything(await openDatabase(), running),
      );
      if (file === 'stopped') return setSaid('stopped');
      const day = dayKey(Date.now(), settings.value.zone);
      saveFile(`${t(exportWords.fileAll, { day })}.json`, file, file.type);
    } catch {
      setSaid('export-failed');
    }
  };
  const wipeAll = async () => {
    setAsking(false);
    try {
      // Without consent nothing that is still on its way is recorded, and nothing is kept of it.
      await clearStorage();
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
          data-action="open-research"
          onClick={() => openPage('report.html', '#view=research')}
        >
          {t(words.takePart)}
        </button>
        <button
          type="button"
          class="button"
          data-action="export-all"
          disabled={policy.value.disabledOutputs.includes('json') || work.share !== undefined}
          onClick={exportAll}
        >
          {t(words.exportAll)}
        </button>
        <button
          type="button"
          class="button"
          data-action="open-unit"
          onClick={() => openPage('unit.html')}
        >
          {t(words.openUnit)}
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
      <LongWorkLine label={t(words.exporting)} work={work} />
      <p aria-live="polite" data-said={said}>
        {said !== undefined && t(SAID[said])}
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
