import { useEffect, useState } from 'preact/hooks';
import { DataTable } from '../../components/data-table';
import { CheckSetting } from '../../components/setting';
import { type Collection, collectionId } from '../../utils/domain/contribution/collection';
import { codeOfPlatform, conceptsOf } from '../../utils/domain/contribution/figures-of-week';
import { type DemandedForm, inventoryText } from '../../utils/domain/contribution/form-inventory';
import { weekAt } from '../../utils/domain/week';
import { t } from '../../utils/i18n';
import { faults } from '../../utils/i18n/faults';
import { unit as words } from '../../utils/i18n/unit';
import { saveFile } from '../report/save-file';
import { CollectionPart } from './collection-part';
import { InternalCodes } from './contribute-view';
import { itemNames, useKnowledge } from './item-names';
import { type OwnWeek, readOwnWeek } from './own-week';
import { collection, platformName, policy, settings } from './unit-state';

/** What platforms demand, for those who integrate them: its own preview, its own file. */
export function InventoryView() {
  const one = collection.value;
  return (
    <>
      <p class="text">{t(words.inventoryIntro)}</p>
      <CollectionPart />
      {policy.value.disabledOutputs.includes('contribution') ? (
        <p class="notice">{t(words.outputOff)}</p>
      ) : (
        one !== undefined && <Inventory key={JSON.stringify(one)} collection={one} />
      )}
    </>
  );
}

const CHECKS = ['secret1', 'secret2', 'secret3'] as const;

function Inventory({ collection: one }: { readonly collection: Collection }) {
  const knowledge = useKnowledge();
  const [own, setOwn] = useState<OwnWeek>();
  const [failed, setFailed] = useState(false);
  const [codes, setCodes] = useState<ReadonlyMap<string, string>>(new Map());
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const [checked, setChecked] = useState<ReadonlySet<string>>(new Set());
  const [saved, setSaved] = useState<string>();
  useEffect(() => {
    readOwnWeek(weekAt(Date.now(), settings.value.zone).key).then(setOwn, () => setFailed(true));
  }, []);
  const forms = own === undefined ? [] : demanded(own, one, codes);
  const given = forms.filter((form) => !leftOut.has(JSON.stringify(form)));
  const toggle = (set: ReadonlySet<string>, key: string) => {
    const next = new Set(set);
    if (!next.delete(key)) next.add(key);
    return next;
  };
  const save = () => {
    const name = `${one.code}-forms.json`;
    saveFile(
      name,
      inventoryText({ collection: collectionId(one), forms: given }),
      'application/json',
    );
    setSaved(name);
  };
  return (
    <section class="part">
      <h2>{t(words.previewTitle)}</h2>
      <InternalCodes collection={one} own={own} codes={codes} onChange={setCodes} />
      {forms.length === 0 ? (
        <p class="notice" role={failed ? 'alert' : undefined}>
          {t(failed ? faults['database-unreadable'] : words.noForms)}
        </p>
      ) : (
        <DataTable
          caption={t(words.inventoryTitle)}
          captionHidden
          rows={forms}
          rowKey={(form) => JSON.stringify(form)}
          columns={[
            {
              key: 'platform',
              title: t(words.row),
              cell: (form) => (
                <label class="row-choice">
                  <input
                    type="checkbox"
                    checked={!leftOut.has(JSON.stringify(form))}
                    onChange={() => setLeftOut(toggle(leftOut, JSON.stringify(form)))}
                  />
                  {platformName(form.platform)}
                </label>
              ),
            },
            { key: 'fields', title: t(words.fields), number: true, cell: ({ fields }) => fields },
            {
              key: 'items',
              title: t(words.items),
              cell: ({ concepts }) => itemNames(knowledge, concepts),
            },
          ]}
        />
      )}
      <h3>{t(words.secretTitle)}</h3>
      <div>
        {CHECKS.map((check) => (
          <CheckSetting
            key={check}
            name={check}
            label={t(words[check])}
            checked={checked.has(check)}
            onChange={() => setChecked(toggle(checked, check))}
          />
        ))}
      </div>
      <p class="button-row">
        <button
          type="button"
          class="button"
          data-action="export-inventory"
          disabled={checked.size < CHECKS.length || given.length === 0}
          onClick={save}
        >
          {t(words.exportInventory)}
        </button>
      </p>
      <p role="status">{saved !== undefined && t(words.exported, { name: saved })}</p>
    </section>
  );
}

/** Forms on the platforms of the dictionary, with what is known of their items. */
function demanded(
  { platforms, forms }: OwnWeek,
  one: Collection,
  codes: ReadonlyMap<string, string>,
): readonly DemandedForm[] {
  const list = new Map(platforms.map((platform) => [platform.id, platform]));
  const found = forms.flatMap((form): DemandedForm[] => {
    const { platform } = form;
    const code = codes.get(platform) ?? codeOfPlatform(platform, list.get(platform), one);
    const concepts = conceptsOf(form);
    if (code === undefined || concepts.length === 0) return [];
    return [{ platform: code, concepts, fields: form.fields.length }];
  });
  return [...new Map(found.map((form) => [JSON.stringify(form), form])).values()];
}
