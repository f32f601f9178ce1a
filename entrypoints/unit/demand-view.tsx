import { useState } from 'preact/hooks';
import { DataTable } from '../../components/data-table';
import { Menu } from '../../components/menu';
import { recogniseLabels } from '../../utils/browser/recognise-labels';
import { type Collection, collectionId } from '../../utils/domain/contribution/collection';
import { formTypeOf } from '../../utils/domain/contribution/figures-of-week';
import { type DemandedForm, formsSeenBy } from '../../utils/domain/contribution/form-inventory';
import {
  type Integration,
  integrationOf,
  type NamedForm,
} from '../../utils/domain/contribution/integration';
import type { Release } from '../../utils/domain/contribution/release';
import { parseRelease } from '../../utils/domain/contribution/release-file';
import { t } from '../../utils/i18n';
import { common } from '../../utils/i18n/common';
import { unit as words } from '../../utils/i18n/unit';
import type { Knowledge } from '../report/load-knowledge';
import { ChooseFiles } from './choose-files';
import { CollectionPart } from './collection-part';
import { itemNames, useKnowledge } from './item-names';
import { PROPOSAL_COLUMNS, proposalRows, saveProposal } from './proposal-exports';
import { readAllChosen, refusedWords } from './read-chosen';
import { inventoriesWords, readInventories } from './read-inventories';
import { collection, platformName } from './unit-state';

/** What platforms demand, laid side by side: overlap, integration proposal, review of a new form. */
export function DemandView() {
  const one = collection.value;
  const knowledge = useKnowledge();
  return (
    <>
      <p class="text not-printed">{t(words.demandIntro, { k: one?.rules.k ?? 10 })}</p>
      <div class="not-printed">
        <CollectionPart brief />
      </div>
      {one !== undefined && knowledge !== undefined && (
        <Demand key={collectionId(one)} collection={one} knowledge={knowledge} />
      )}
    </>
  );
}

interface DemandProps {
  readonly collection: Collection;
  readonly knowledge: Knowledge;
}

function Demand({ collection: one, knowledge }: DemandProps) {
  const { k } = one.rules;
  // The dictionary of the collection already holds forms that enough people saw.
  const [seen, setSeen] = useState<readonly DemandedForm[]>(
    one.forms.map(({ platform, concepts }) => ({ platform, concepts, fields: concepts.length })),
  );
  const [release, setRelease] = useState<Release>();
  const [said, setSaid] = useState<string>();
  const read = async (files: readonly File[]) => {
    const { inventories, refused } = await readInventories(files, collectionId(one));
    const forms = formsSeenBy(k, inventories);
    // Inventories of another collection leave what its own dictionary holds.
    if (inventories.length > 0) setSeen(forms);
    setSaid(inventoriesWords(inventories.length, forms.length, refused));
  };
  const attach = async (files: readonly File[]) => {
    const { values, refused } = await readAllChosen(files, parseRelease);
    setRelease(values[0]);
    setSaid(refusedWords(refused));
  };
  const forms = seen.map((form) => named(form, one, release));
  const integration = integrationOf(forms, knowledge.concepts);
  return (
    <>
      <section class="part not-printed">
        <p class="button-row">
          <ChooseFiles
            several
            label={t(words.chooseInventories)}
            action="choose-inventories"
            onChoose={read}
          />
          <ChooseFiles label={t(words.attachRelease)} action="choose-release" onChoose={attach} />
        </p>
        <p role="status">{said}</p>
      </section>
      {forms.length > 0 && (
        <>
          <Overlap integration={integration} />
          <Proposal integration={integration} knowledge={knowledge} collection={one} />
        </>
      )}
      <Review forms={forms} />
    </>
  );
}

/** A form with what the dictionary and a result know of it. */
function named(form: DemandedForm, one: Collection, release: Release | undefined): NamedForm {
  const types = one.forms.filter(({ platform }) => platform === form.platform);
  const type = formTypeOf(form.concepts, types);
  const row = release?.rows.find(({ key }) => key === `form/${type?.code}`);
  const weeks = release?.weeks.length ?? 1;
  const { hours, sums } = row ?? {};
  return {
    ...form,
    ...(type?.name === undefined ? {} : { name: type.name }),
    ...(hours === undefined
      ? {}
      : {
          weeklyHours: {
            low: hours.low / weeks,
            mid: hours.mid / weeks,
            high: hours.high / weeks,
          },
        }),
    ...(sums?.fillings === undefined ? {} : { weeklyFillings: Math.round(sums.fillings / weeks) }),
  };
}

function Overlap({ integration: { overlaps } }: { readonly integration: Integration }) {
  return (
    <section class="part not-printed">
      <h2>{t(words.overlapTitle)}</h2>
      <DataTable
        caption={t(words.overlapTitle)}
        captionHidden
        rows={overlaps}
        rowKey={({ platforms }) => platforms.join()}
        columns={[
          {
            key: 'platforms',
            title: t(common.platform),
            cell: ({ platforms }) => platforms.map(platformName).join(' × '),
          },
          {
            key: 'items',
            title: t(words.overlapItems),
            number: true,
            cell: ({ items }) => items,
          },
        ]}
      />
    </section>
  );
}

interface ProposalProps extends DemandProps {
  readonly integration: Integration;
}

function Proposal({ integration, knowledge, collection: one }: ProposalProps) {
  const rows = proposalRows(integration, knowledge);
  return (
    <section class="part">
      <h2>{t(words.proposalTitle)}</h2>
      <p>
        {t(words.proposalLead, {
          forms: integration.forms.length,
          items: integration.fields.length,
        })}
      </p>
      <div class="button-row screen-only">
        <button
          type="button"
          class="button"
          data-action="print-proposal"
          onClick={() => window.print()}
        >
          {t(words.print)}
        </button>
        <Menu
          label={t(words.export)}
          action="export-proposal"
          items={(['word', 'excel'] as const).map((format) => ({
            label: t(format === 'word' ? words.exportWord : words.exportExcel),
            action: `proposal-${format}`,
            onChoose: () => saveProposal(integration, knowledge, one, format),
          }))}
        />
      </div>
      <DataTable
        caption={t(words.proposalTitle)}
        captionHidden
        rows={rows}
        rowKey={(row) => row[0] ?? ''}
        columns={PROPOSAL_COLUMNS.map((title, index) => ({
          key: String(index),
          title: t(title),
          cell: (row: readonly string[]) => row[index],
        }))}
      />
      <h3>{t(words.fieldsTitle)}</h3>
      <DataTable
        caption={t(words.fieldsTitle)}
        captionHidden
        rows={integration.fields}
        rowKey={({ item }) => item}
        columns={[
          { key: 'item', title: t(words.items), cell: ({ item }) => itemNames(knowledge, [item]) },
          { key: 'first', title: t(words.colFirst), cell: ({ first }) => platformName(first) },
          {
            key: 'platforms',
            title: t(words.askedBy),
            cell: ({ platforms }) => platforms.map(platformName).join(t(common.list)),
          },
        ]}
      />
      <p class="small soft">{t(words.proposalFootnote)}</p>
    </section>
  );
}

interface Reviewed {
  readonly label: string;
  readonly known: boolean;
  readonly platforms: readonly string[];
}

/** A planned form against what is asked for already. */
function Review({ forms }: { readonly forms: readonly NamedForm[] }) {
  const [reviewed, setReviewed] = useState<readonly Reviewed[]>([]);
  const review = async (text: string) => {
    const labels = [...new Set(text.split(/[\n\t,，、;；|]+/).map((label) => label.trim()))].filter(
      Boolean,
    );
    const keys = await recogniseLabels(labels);
    setReviewed(
      labels.map((label, index) => {
        const key = keys[index];
        const asking = forms.filter(({ concepts }) => key && concepts.includes(key));
        return {
          label,
          known: key !== undefined,
          platforms: [...new Set(asking.map(({ platform }) => platform))],
        };
      }),
    );
  };
  return (
    <section class="part not-printed">
      <h2>{t(words.reviewTitle)}</h2>
      <p class="small soft text">{t(words.reviewHint)}</p>
      <label class="field">
        {t(words.header)}
        <textarea
          class="input"
          name="header"
          onInput={({ currentTarget }) => void review(currentTarget.value)}
        />
      </label>
      {reviewed.length > 0 && (
        <>
          <p data-review>
            {t(words.reviewLead, {
              total: reviewed.length,
              known: reviewed.filter(({ platforms }) => platforms.length > 0).length,
            })}
          </p>
          <DataTable
            caption={t(words.reviewTitle)}
            captionHidden
            rows={reviewed}
            rowKey={({ label }) => label}
            columns={[
              { key: 'label', title: t(words.items), cell: ({ label }) => label },
              {
                key: 'platforms',
                title: t(words.askedBy),
                cell: ({ known, platforms }) =>
                  platforms.length > 0
                    ? platforms.map(platformName).join(t(common.list))
                    : t(known ? words.notAsked : words.unknownItem),
              },
            ]}
          />
        </>
      )}
    </section>
  );
}
