import { useState } from 'preact/hooks';
import { CheckSetting } from '../../components/setting';
import { t } from '../../utils/i18n';
import { options as words } from '../../utils/i18n/options';
import { forgetDigests } from '../../utils/storage/delete-records';
import { databaseExists, openDatabase } from '../../utils/storage/open-database';
import { keep, policy, save, settings, stored } from './options-state';

/** Whether entries are compared, and whether pages tell of it. */
export function ComparePart() {
  const [forgotten, setForgotten] = useState(false);
  const forced = policy.value.structureOnly;
  const structureOnly = forced || settings.value.structureOnly;
  const forget = async () => {
    const kept = await keep(async () => {
      if (await databaseExists()) await forgetDigests(await openDatabase());
    });
    setForgotten(kept);
  };
  return (
    <>
      <CheckSetting
        name="structure-only"
        label={t(words.structureOnly)}
        hint={t(forced ? words.structureOnlyPolicy : words.structureOnlyHint)}
        checked={structureOnly || stored.value.consent?.level === 'times'}
        disabled={forced || stored.value.consent?.level === 'times'}
        onChange={(checked) => save({ structureOnly: checked })}
      />
      <CheckSetting
        name="hint"
        label={t(words.hint)}
        hint={t(words.hintHint)}
        checked={settings.value.hint}
        onChange={(hint) => save({ hint })}
      />
      {(structureOnly || stored.value.consent?.level === 'times') && (
        <p>
          <button type="button" class="button" data-action="forget-digests" onClick={forget}>
            {t(words.forgetDigests)}
          </button>{' '}
          <span aria-live="polite">{forgotten && t(words.digestsForgotten)}</span>
        </p>
      )}
    </>
  );
}
