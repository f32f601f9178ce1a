import { useState } from 'preact/hooks';
import { AskDialog } from '../../components/ask-dialog';
import { Dialog } from '../../components/dialog';
import { CheckSetting } from '../../components/setting';
import { TableScroll } from '../../components/table-scroll';
import { tellListChanged } from '../../utils/browser/list-changed';
import type { Platform } from '../../utils/domain/records';
import { splitPlatform } from '../../utils/domain/split-platform';
import { formatFullDay } from '../../utils/format/date';
import { language, t } from '../../utils/i18n';
import { categories, categoryMessage } from '../../utils/i18n/categories';
import { common } from '../../utils/i18n/common';
import { options as words } from '../../utils/i18n/options';
import { report } from '../../utils/i18n/report';
import type { Database } from '../../utils/storage/database';
import { deletePlatform } from '../../utils/storage/delete-records';
import { openDatabase } from '../../utils/storage/open-database';
import { keep, platforms, settings } from './options-state';

/** The list of platforms: names, categories, what is recorded. */
export function PlatformsPart() {
  const [edited, setEdited] = useState<Platform>();
  const list = platforms.value;
  if (list.length === 0) return <p class="soft">{t(words.platformsEmpty)}</p>;
  return (
    <>
      <p class="soft text">{t(words.platformsText)}</p>
      <TableScroll label={t(words.platformsTitle)}>
        <table class="table in-words">
          <caption class="visually-hidden">{t(words.platformsTitle)}</caption>
          <thead>
            <tr>
              <th scope="col">{t(words.name)}</th>
              <th scope="col">{t(common.category)}</th>
              <th scope="col">{t(words.address)}</th>
              <th scope="col">{t(words.lastOpened)}</th>
              <th scope="col">{t(words.state)}</th>
              <th scope="col">
                <span class="visually-hidden">{t(words.edit)}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {list.map((platform) => (
              <PlatformRow
                key={platform.id}
                platform={platform}
                onEdit={() => setEdited(platform)}
              />
            ))}
          </tbody>
        </table>
      </TableScroll>
      {edited !== undefined && (
        <EditPlatform platform={edited} onClose={() => setEdited(undefined)} />
      )}
    </>
  );
}

interface PlatformRowProps {
  readonly platform: Platform;
  readonly onEdit: () => void;
}

function PlatformRow({ platform, onEdit }: PlatformRowProps) {
  const name = platform.ownName ?? platform.name;
  return (
    <tr data-platform={platform.id}>
      <th scope="row">{name}</th>
      <td class="nowrap">{t(categoryMessage(platform.ownCategory ?? platform.category))}</td>
      <td>{platform.origins.slice(0, 2).join(' ')}</td>
      <td class="nowrap">
        {platform.lastOpenedAt === undefined
          ? '—'
          : formatFullDay(platform.lastOpenedAt, settings.value.zone, language.value)}
      </td>
      <td class="nowrap">{t(platform.ignored ? words.notRecorded : words.recorded)}</td>
      <td>
        <button
          type="button"
          class="link nowrap"
          data-action="edit-platform"
          aria-label={t(words.editLabel, { name })}
          onClick={onEdit}
        >
          {t(words.edit)}
        </button>
      </td>
    </tr>
  );
}

interface EditPlatformProps {
  readonly platform: Platform;
  readonly onClose: () => void;
}

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

function EditPlatform({ platform, onClose }: EditPlatformProps) {
  const [name, setName] = useState(platform.ownName ?? '');
  const [category, setCategory] = useState(platform.ownCategory ?? platform.category);
  const [recorded, setRecorded] = useState(platform.ignored !== true);
  const [exempt, setExempt] = useState(platform.exempt === true);
  const [season, setSeason] = useState<readonly number[]>(platform.season ?? []);
  const [merged, setMerged] = useState(platform.mergedInto ?? '');
  const [asking, setAsking] = useState(false);
  const [failed, setFailed] = useState(false);
  /** Closes where the change could be stored; else what was entered stays. */
  const store = async (change: (database: Database) => Promise<unknown>) => {
    const kept = await keep(async () => {
      await change(await openDatabase());
      await tellListChanged();
    });
    setAsking(false);
    setFailed(!kept);
    if (kept) onClose();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const { ownName: _name, ownCategory: _category, season: _season, ...rest } = platform;
    const { mergedInto: _merged, ...kept } = rest;
    return store((database) =>
      database.platforms.put({
        ...kept,
        ...(name.trim() === '' ? {} : { ownName: name.trim() }),
        ...(category === platform.category ? {} : { ownCategory: category }),
        ...(season.length === 0 ? {} : { season }),
        ...(merged === '' ? {} : { mergedInto: merged }),
        ignored: !recorded,
        exempt,
      }),
    );
  };
  const remove = () =>
    store((database) => deletePlatform(database, platform.id, settings.value.zone));
  if (asking) {
    return (
      <AskDialog
        title={t(words.deletePlatform)}
        text={t(words.deletePlatformText)}
        confirm={t(words.confirmDelete)}
        action="confirm-delete-platform"
        onConfirm={remove}
        onClose={() => setAsking(false)}
      />
    );
  }
  return (
    <Dialog title={t(words.editTitle)} onClose={onClose}>
      <form class="edit-form" onSubmit={submit}>
        <label class="field">
          {t(words.name)}
          <input
            class="input"
            name="name"
            maxLength={40}
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
          <span class="hint">{t(words.ownNameHint, { name: platform.name })}</span>
        </label>
        <label class="field">
          {t(common.category)}
          <select
            class="input"
            name="category"
            value={category}
            onChange={(event) => setCategory(event.currentTarget.value)}
          >
            {Object.entries(categories).map(([key, message]) => (
              <option key={key} value={key}>
                {t(message)}
              </option>
            ))}
          </select>
        </label>
        <CheckSetting
          name="recorded"
          label={t(words.record)}
          checked={recorded}
          onChange={setRecorded}
        />
        <CheckSetting
          name="exempt"
          label={t(words.exempt)}
          hint={t(words.exemptHint)}
          checked={exempt}
          onChange={setExempt}
        />
        <fieldset class="months">
          <legend>{t(words.season)}</legend>
          <p class="small soft">{t(words.seasonHint)}</p>
          <div class="month-list">
            {MONTHS.map((month) => (
              <label key={month}>
                <input
                  type="checkbox"
                  checked={season.includes(month)}
                  onChange={(event) =>
                    setSeason(
                      event.currentTarget.checked
                        ? [...season, month].sort((a, b) => a - b)
                        : season.filter((one) => one !== month),
                    )
                  }
                />
                {t(words.month, { month })}
              </label>
            ))}
          </div>
        </fieldset>
        <label class="field">
          {t(words.mergeInto)}
          <select
            class="input"
            name="merge"
            value={merged}
            onChange={(event) => setMerged(event.currentTarget.value)}
          >
            <option value="">{t(words.mergeNone)}</option>
            {platforms.value
              .filter(({ id }) => id !== platform.id)
              .map((other) => (
                <option key={other.id} value={other.id}>
                  {other.ownName ?? other.name}
                </option>
              ))}
          </select>
          <span class="hint">{t(words.mergeHint)}</span>
        </label>
        <SplitPlatform
          platform={platform}
          onSplit={(part) => store((database) => database.platforms.put(part))}
        />
        <p class="signal" role="alert">
          {failed && t(report.notSaved)}
        </p>
        <p class="dialog-actions">
          <button
            type="button"
            class="link"
            data-action="delete-platform"
            onClick={() => setAsking(true)}
          >
            {t(words.deletePlatform)}
          </button>
          <span class="grow" />
          <button type="button" class="button" onClick={onClose}>
            {t(common.cancel)}
          </button>
          <button type="submit" class="button primary" data-action="save-platform">
            {t(common.save)}
          </button>
        </p>
      </form>
    </Dialog>
  );
}

interface EditSplitProps {
  readonly platform: Platform;
  readonly onSplit: (part: Platform) => void;
}

/** What lies below a path as a system of its own: only where the person says so. */
function SplitPlatform({ platform, onSplit }: EditSplitProps) {
  const [path, setPath] = useState('');
  const [name, setName] = useState('');
  const [refused, setRefused] = useState(false);
  const split = () => {
    const part = splitPlatform(platform, path, name, Date.now());
    setRefused(part === undefined);
    if (part !== undefined) onSplit(part);
  };
  return (
    <details>
      <summary>{t(words.split)}</summary>
      <p class="small soft">{t(words.splitHint)}</p>
      <div class="add-site">
        <label class="field">
          {t(words.splitPath)}
          <input
            class="input"
            name="split-path"
            placeholder="/oa"
            value={path}
            onInput={(event) => setPath(event.currentTarget.value)}
          />
        </label>
        <label class="field">
          {t(words.name)}
          <input
            class="input"
            name="split-name"
            maxLength={40}
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </label>
        <button type="button" class="button" data-action="split-platform" onClick={split}>
          {t(words.splitDo)}
        </button>
      </div>
      <p class="signal" aria-live="polite">
        {refused && t(words.splitRefused)}
      </p>
    </details>
  );
}
