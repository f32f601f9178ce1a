import { useState } from 'preact/hooks';
import { DataTable } from '../../components/data-table';
import type { Fault } from '../../utils/domain/contribution/check-value';
import {
  type Collection,
  type CollectionForm,
  type CollectionPlatform,
  checkCollection,
  collectionText,
  LEAST_PEOPLE,
} from '../../utils/domain/contribution/collection';
import { type DemandedForm, formsSeenBy } from '../../utils/domain/contribution/form-inventory';
import { isPublicKey } from '../../utils/domain/contribution/seal';
import { isWeekKey, shiftWeek, weekAt } from '../../utils/domain/week';
import { t } from '../../utils/i18n';
import { common } from '../../utils/i18n/common';
import { unit as words } from '../../utils/i18n/unit';
import { PLATFORM_CATEGORIES } from '../../utils/knowledge/categories';
import catalogue from '../../utils/knowledge/portals.json';
import { saveFile } from '../report/save-file';
import { ChooseFiles } from './choose-files';
import { itemNames, useKnowledge } from './item-names';
import { faultWords } from './read-chosen';
import { inventoriesWords, readInventories } from './read-inventories';
import { categoryName, collection, settings } from './unit-state';

const TEXTS = ['processor', 'contact', 'purpose', 'kinds', 'retention', 'withdrawal'] as const;

/** A unit sets up a collection: who asks, for what, of whom, for how long. */
export function BuildView() {
  const [draft, setDraft] = useState<Collection>(newCollection);
  const [first, setFirst] = useState(() => weekAt(Date.now(), settings.value.zone).key);
  const [count, setCount] = useState(4);
  const [fault, setFault] = useState<Fault>();
  const [saved, setSaved] = useState<string>();
  const change = (next: Partial<Collection>) => setDraft({ ...draft, ...next });
  const save = async () => {
    const { keyHolder, ...rest } = draft;
    const used = new Set(draft.platforms.map(({ category }) => category));
    const trimmed: Collection = {
      ...rest,
      ...(Object.fromEntries(TEXTS.map((key) => [key, draft[key].trim()])) as Pick<
        Collection,
        (typeof TEXTS)[number]
      >),
      title: draft.title.trim(),
      weeks: isWeekKey(first)
        ? Array.from({ length: count }, (_, index) => shiftWeek(first, index))
        : [],
      categories: PLATFORM_CATEGORIES.filter((category) => used.has(category)),
      ...(draft.mode === 'sealed' && keyHolder !== undefined ? { keyHolder } : {}),
    };
    const checked = checkCollection(trimmed);
    const key = trimmed.keyHolder?.publicKey;
    const wrong: Fault | undefined =
      'fault' in checked
        ? checked.fault
        : key !== undefined && !(await isPublicKey(key))
          ? { reason: 'value', at: 'keyHolder.publicKey' }
          : undefined;
    setFault(wrong);
    if (wrong !== undefined) return;
    const name = `${trimmed.code}.collection.json`;
    saveFile(name, collectionText(trimmed), 'application/json');
    collection.value = trimmed;
    setSaved(name);
  };
  const text = (
    key: keyof Collection & ('code' | 'title' | (typeof TEXTS)[number]),
    label: string,
  ) => (
    <label class={key === 'code' || key === 'contact' ? 'field' : 'field wide'} key={key}>
      {label}
      <input
        class="input"
        name={key}
        value={draft[key]}
        onInput={({ currentTarget }) => change({ [key]: currentTarget.value })}
      />
    </label>
  );
  const number = (name: string, label: string, value: number, set: (value: number) => void) => (
    <label class="field">
      {label}
      <input
        class="input"
        type="number"
        name={name}
        value={value}
        onInput={({ currentTarget }) => set(currentTarget.valueAsNumber)}
      />
    </label>
  );
  const { rules } = draft;
  return (
    <>
      <p class="text">{t(words.buildIntro)}</p>
      <section class="part">
        <div class="form-grid">
          {text('code', t(words.code))}
          {text('title', t(words.batchTitle))}
          <label class="field">
            {t(words.firstWeek)}
            <input
              class="input"
              type="week"
              name="first-week"
              value={first}
              placeholder="2026-W47"
              onInput={({ currentTarget }) => setFirst(currentTarget.value)}
            />
          </label>
          {number('week-count', t(words.weekCount), count, (value) =>
            setCount(Math.min(53, Math.max(1, Math.floor(value) || 1))),
          )}
          {number('headcount', t(words.headcount), rules.headcount, (headcount) =>
            change({ rules: { ...rules, headcount } }),
          )}
          {number('k', `${t(words.floor)}（${t(words.floorHint)}）`, rules.k, (k) =>
            change({ rules: { ...rules, k } }),
          )}
          {TEXTS.map((key) => text(key, t(words[key])))}
        </div>
        <fieldset class="part">
          <legend>{t(words.mode)}</legend>
          <p class="small soft text">{t(words.modeHint)}</p>
          {(['sealed', 'plain'] as const).map((mode) => (
            <label key={mode} class="choice">
              <input
                type="radio"
                name="mode"
                value={mode}
                checked={draft.mode === mode}
                onChange={() => change({ mode })}
              />
              <span>{t(mode === 'sealed' ? words.modeSealed : words.modePlain)}</span>
            </label>
          ))}
          {draft.mode === 'sealed' && (
            <div class="form-grid">
              {(['name', 'publicKey'] as const).map((key) => (
                <label key={key} class="field wide">
                  {t(key === 'name' ? words.holderName : words.publicKey)}
                  <input
                    class="input"
                    name={`holder-${key}`}
                    value={draft.keyHolder?.[key]}
                    onInput={({ currentTarget }) =>
                      change({
                        keyHolder: {
                          name: '',
                          publicKey: '',
                          ...draft.keyHolder,
                          [key]: currentTarget.value.trim(),
                        },
                      })
                    }
                  />
                </label>
              ))}
            </div>
          )}
        </fieldset>
      </section>
      <Platforms
        platforms={draft.platforms}
        onChange={(platforms) =>
          change({
            platforms,
            forms: draft.forms.filter((form) =>
              platforms.some(({ code }) => code === form.platform),
            ),
          })
        }
      />
      <Forms draft={draft} onChange={(forms) => change({ forms })} />
      <section class="part">
        {fault !== undefined && (
          <p class="notice signal-notice" role="alert" data-fault={fault.reason}>
            {t(words.buildFault, faultWords(fault))}
          </p>
        )}
        <p class="button-row">
          <button type="button" class="button primary" data-action="save-collection" onClick={save}>
            {t(words.saveCollection)}
          </button>
        </p>
        <p role="status">{saved !== undefined && t(words.exported, { name: saved })}</p>
      </section>
    </>
  );
}

function newCollection(): Collection {
  return {
    code: '',
    title: '',
    weeks: [],
    mode: 'sealed',
    processor: '',
    contact: '',
    purpose: t(words.purposeDefault),
    kinds: t(words.kindsDefault),
    retention: t(words.retentionDefault),
    withdrawal: t(words.withdrawalDefault),
    rules: { k: LEAST_PEOPLE, headcount: 50 },
    categories: [],
    platforms: [],
    forms: [],
  };
}

interface Rule {
  readonly id: string;
  readonly name: string;
  readonly category: string;
  readonly one?: boolean;
  readonly same?: string;
  readonly sensitive?: boolean;
}

const SYSTEMS = (catalogue.rules as readonly Rule[]).filter(
  ({ one, same, sensitive }) => one && same === undefined && !sensitive,
);

interface PlatformsProps {
  readonly platforms: readonly CollectionPlatform[];
  readonly onChange: (platforms: readonly CollectionPlatform[]) => void;
}

function Platforms({ platforms, onChange }: PlatformsProps) {
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [category, setCategory] = useState('gov_other');
  const [internal, setInternal] = useState(false);
  const add = (one: CollectionPlatform) =>
    onChange([...platforms.filter((other) => other.code !== one.code), one]);
  return (
    <section class="part">
      <h2>{t(words.dictionary)}</h2>
      {platforms.length > 0 && (
        <DataTable
          caption={t(words.dictionary)}
          captionHidden
          rows={platforms}
          rowKey={(one) => one.code}
          columns={[
            { key: 'code', title: t(common.platform), cell: (one) => one.code },
            {
              key: 'name',
              title: t(words.platformName),
              cell: (one) => one.name ?? (one.internal ? t(words.internal) : ''),
            },
            {
              key: 'category',
              title: t(common.category),
              cell: (one) => categoryName(one.category),
            },
            {
              key: 'remove',
              title: t(words.remove),
              cell: (one) => (
                <button
                  type="button"
                  class="link"
                  aria-label={`${t(words.remove)} ${one.code}`}
                  onClick={() => onChange(platforms.filter((other) => other !== one))}
                >
                  {t(words.remove)}
                </button>
              ),
            },
          ]}
        />
      )}
      <h3>{t(words.addPlatform)}</h3>
      <div class="form-grid">
        <label class="field wide">
          {t(words.fromCatalogue)}
          <select
            class="input"
            name="catalogue"
            value=""
            onChange={({ currentTarget }) => {
              const rule = SYSTEMS.find(({ id }) => id === currentTarget.value);
              currentTarget.value = '';
              if (rule !== undefined)
                add({
                  code: rule.id,
                  category: rule.category,
                  name: rule.name.slice(0, 40),
                });
            }}
          >
            <option value="">{t(words.choose)}</option>
            {SYSTEMS.map(({ id, name: title, category: kind }) => (
              <option key={id} value={id}>
                {categoryName(kind)} · {title}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          {t(words.ownSystem)}
          <input
            class="input"
            name="platform-code"
            value={code}
            onInput={({ currentTarget }) => setCode(currentTarget.value.trim())}
          />
          <span class="hint">{t(words.ownSystemHint)}</span>
        </label>
        <label class="field">
          {t(words.platformName)}
          <input
            class="input"
            name="platform-name"
            value={name}
            disabled={internal}
            onInput={({ currentTarget }) => setName(currentTarget.value)}
          />
        </label>
        <label class="field">
          {t(common.category)}
          <select
            class="input"
            name="platform-category"
            value={category}
            onChange={({ currentTarget }) => setCategory(currentTarget.value)}
          >
            {PLATFORM_CATEGORIES.map((one) => (
              <option key={one} value={one} selected={one === category}>
                {categoryName(one)}
              </option>
            ))}
          </select>
        </label>
        <label class="choice">
          <input
            type="checkbox"
            name="platform-internal"
            checked={internal}
            onChange={({ currentTarget }) => setInternal(currentTarget.checked)}
          />
          <span>{t(words.internal)}</span>
        </label>
      </div>
      <p class="button-row">
        <button
          type="button"
          class="button"
          data-action="add-platform"
          disabled={code === ''}
          onClick={() => {
            add({
              code,
              category,
              ...(internal ? { internal: true } : name.trim() === '' ? {} : { name: name.trim() }),
            });
            setCode('');
            setName('');
          }}
        >
          {t(words.add)}
        </button>
      </p>
    </section>
  );
}

interface FormsProps {
  readonly draft: Collection;
  readonly onChange: (forms: readonly CollectionForm[]) => void;
}

function Forms({ draft, onChange }: FormsProps) {
  const knowledge = useKnowledge();
  const [found, setFound] = useState<readonly DemandedForm[]>([]);
  const [line, setLine] = useState<string>();
  const { k } = draft.rules;
  const read = async (files: readonly File[]) => {
    const { inventories, refused } = await readInventories(files);
    const forms = formsSeenBy(k, inventories);
    setFound(forms);
    setLine(inventoriesWords(inventories.length, forms.length, refused));
  };
  const known = found.filter(({ platform }) =>
    draft.platforms.some(({ code }) => code === platform),
  );
  const codeOf = (form: DemandedForm) => `f${found.indexOf(form) + 1}`;
  const change = (form: DemandedForm, listed: boolean, name: string) => {
    const code = codeOf(form);
    const rest = draft.forms.filter((one) => one.code !== code);
    const own: CollectionForm = {
      code,
      platform: form.platform,
      concepts: form.concepts,
      ...(name.trim() === '' ? {} : { name: name.trim() }),
    };
    onChange(
      (listed ? [...rest, own] : rest).sort((a, b) =>
        a.code.localeCompare(b.code, 'en', { numeric: true }),
      ),
    );
  };
  return (
    <section class="part">
      <h2>{t(words.formTypes)}</h2>
      <p class="small soft text">{t(words.formTypesHint, { k })}</p>
      <p class="button-row">
        <ChooseFiles
          several
          label={t(words.chooseInventories)}
          action="choose-inventories"
          onChoose={read}
        />
      </p>
      <p role="status">{line}</p>
      {known.length > 0 && (
        <DataTable
          caption={t(words.formTypes)}
          captionHidden
          rows={known}
          rowKey={codeOf}
          columns={[
            {
              key: 'form',
              title: t(words.row),
              cell: (form) => {
                const own = draft.forms.find(({ code }) => code === codeOf(form));
                return (
                  <label class="row-choice">
                    <input
                      type="checkbox"
                      checked={own !== undefined}
                      onChange={() => change(form, own === undefined, own?.name ?? '')}
                    />
                    {form.platform}
                  </label>
                );
              },
            },
            {
              key: 'name',
              title: t(words.formName),
              cell: (form) => (
                <input
                  class="input"
                  aria-label={`${t(words.formName)} ${codeOf(form)}`}
                  value={draft.forms.find(({ code }) => code === codeOf(form))?.name ?? ''}
                  onChange={({ currentTarget }) => change(form, true, currentTarget.value)}
                />
              ),
            },
            {
              key: 'items',
              title: t(words.items),
              cell: ({ concepts }) => itemNames(knowledge, concepts),
            },
          ]}
        />
      )}
    </section>
  );
}
