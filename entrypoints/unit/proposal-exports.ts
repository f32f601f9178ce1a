import type { Collection } from '../../utils/domain/contribution/collection';
import type { Integration } from '../../utils/domain/contribution/integration';
import { document as wordDocument } from '../../utils/format/document';
import { workbook } from '../../utils/format/workbook';
import { t } from '../../utils/i18n';
import { common } from '../../utils/i18n/common';
import { unit as words } from '../../utils/i18n/unit';
import type { Knowledge } from '../report/load-knowledge';
import { saveFile } from '../report/save-file';
import { itemNames } from './item-names';
import { EXCEL } from './release-exports';
import { platformName } from './unit-state';

/** The columns of the proposal. Those that no browser can know stay blank for the unit. */
export const PROPOSAL_COLUMNS = [
  words.formName,
  words.colIssuer,
  words.colBasis,
  words.colFrequency,
  words.colDuty,
  words.colItems,
  words.colFirst,
  words.colTreatment,
  words.colSaved,
] as const;

const NONE = '—';

/** One row per form, in the order of {@link PROPOSAL_COLUMNS}. Where there is nothing to fill in stands a dash. */
export function proposalRows(
  { forms }: Integration,
  knowledge: Knowledge,
): readonly (readonly string[])[] {
  return forms.map(({ form, items, recordedOn, treatment, savedHours }, index) => [
    form.name ?? t(words.unnamedForm, { platform: platformName(form.platform), number: index + 1 }),
    '',
    '',
    form.weeklyFillings === undefined ? '' : t(words.weekly, { count: form.weeklyFillings }),
    '',
    itemNames(knowledge, items) || NONE,
    // What is recorded nowhere before is recorded first here.
    (recordedOn.length > 0 ? recordedOn : items.length > 0 ? [form.platform] : [])
      .map(platformName)
      .join(t(common.list)) || NONE,
    t(words[`treatment-${treatment}`]),
    savedHours === undefined ? NONE : t(words.bracket, savedHours),
  ]);
}

export function saveProposal(
  integration: Integration,
  knowledge: Knowledge,
  { code, processor }: Collection,
  format: 'word' | 'excel',
): void {
  const header = PROPOSAL_COLUMNS.map((title) => t(title));
  const rows = proposalRows(integration, knowledge);
  const fieldsHeader = [t(words.items), t(words.colFirst), t(words.askedBy)];
  const fields = integration.fields.map(({ item, first, platforms }) => [
    itemNames(knowledge, [item]),
    platformName(first),
    platforms.map(platformName).join(t(common.list)),
  ]);
  const lead = t(words.proposalLead, {
    forms: integration.forms.length,
    items: integration.fields.length,
  });
  if (format === 'excel') {
    saveFile(
      `${code}-proposal.xlsx`,
      workbook([
        { name: t(words.proposalTitle), header, rows },
        { name: t(words.fieldsTitle), header: fieldsHeader, rows: fields },
      ]),
      EXCEL,
    );
    return;
  }
  saveFile(
    `${code}-proposal.docx`,
    wordDocument(
      [
        { kind: 'title', text: t(words.proposalTitle) },
        { kind: 'paragraph', text: `${processor}\n${lead}` },
        { kind: 'table', header, rows, widths: [3, 2, 2, 2, 2, 4, 2, 2, 2] },
        { kind: 'heading', text: t(words.fieldsTitle) },
        { kind: 'table', header: fieldsHeader, rows: fields },
        { kind: 'note', text: `${t(words.proposalFootnote)}\n${t(words.useLimits)}` },
      ],
      true,
    ),
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  );
}
