import type { DiaryLine } from '../domain/records';
import { type Definition, definitions } from '../i18n/definitions';
import { exportWords as words } from '../i18n/exports';
import {
  findingName,
  findingStatus,
  findings,
  officialCategories,
  shortNormName,
} from '../i18n/findings';
import { say } from '../i18n/message';
import type { Cell } from './csv';
import { platformTable, type WeekExport } from './week-export';
import { type Sheet, workbook } from './workbook';

type Title = Exclude<keyof typeof words, `file${string}`>;

/** Figures of the person's time: their definitions stand in the personal version alone. */
const PERSONAL =
  /^(time|outOfHours|overhead|switches|certainty|assessment)|filling|retry|^reentry\.ms$/;

/**
 * The week as an Excel workbook: a sheet each for platforms, repeats, forms and findings, and one
 * that says what the figures mean. The systems version holds no clock and no hour.
 */
export function weekAsWorkbook(of: WeekExport): Uint8Array<ArrayBuffer> {
  const { summary, diary, version, language, platformName, conceptName } = of;
  const personal = version === 'personal';
  const head = (...names: readonly Title[]) => names.map((name) => say(language, words[name]));
  const list = language === 'zh_CN' ? '、' : ', ';
  const sheets: readonly (Sheet | undefined)[] = [
    { name: say(language, words.sheetPlatforms), ...platformTable(of) },
    {
      name: say(language, words.sheetOverlaps),
      header: head('first', 'again', 'fields', 'items'),
      rows: summary.overlaps.map(({ from, to, fields, concepts }): Cell[] => [
        platformName(from),
        platformName(to),
        fields,
        concepts.flatMap(({ concept }) => conceptName?.(concept) ?? []).join(list),
      ]),
    },
    {
      name: say(language, words.sheetForms),
      header: head('platform', 'form', 'formFields', 'submissions', 'entered', 'prefilled'),
      rows: summary.forms.map((form): Cell[] => [
        platformName(form.platform),
        form.heading,
        form.fields,
        form.submissions,
        form.enteredFields,
        form.prefilledFields,
      ]),
    },
    {
      name: say(language, words.sheetFindings),
      header: head('platform', 'finding', 'officialCategory', 'status', 'grade', 'count', 'norm'),
      rows: summary.findings.map((one): Cell[] => [
        platformName(one.platform),
        say(language, findingName(one.rule)),
        say(language, officialCategories[one.category]),
        say(language, findingStatus[one.status]),
        one.grade,
        one.n,
        one.norm === undefined
          ? say(language, findings.noNorm)
          : say(language, one.byAnalogy ? findings.byAnalogy : findings.byNorm, {
              norm: say(language, shortNormName(one.norm)),
            }),
      ]),
    },
    personal ? diarySheet(diary, of) : undefined,
    {
      name: say(language, words.sheetDefinitions),
      header: head('figure', 'meaning', 'formula'),
      rows: Object.entries<Definition>(definitions)
        .filter(([name]) => personal || !PERSONAL.test(name))
        .map(([, { title, what, formula }]) =>
          [title, what, formula].map((text) => say(language, text)),
        ),
      widths: [20, 70, 60],
    },
  ];
  return workbook(sheets.filter((sheet) => sheet !== undefined));
}

function diarySheet(diary: readonly DiaryLine[], { language }: WeekExport): Sheet {
  return {
    name: say(language, words.sheetDiary),
    header: [words.day, words.diaryText, words.diaryMinutes].map((text) => say(language, text)),
    rows: diary.map(({ day, text, minutes }): Cell[] => [day, text, minutes]),
  };
}
