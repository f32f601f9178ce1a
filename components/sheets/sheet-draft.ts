import type { FourWeeks } from '../../utils/domain/four-weeks';
import type { Platform } from '../../utils/domain/records';
import type { OfficialCategory, PlatformOverlap, WeekSummary } from '../../utils/domain/summary';
import { alreadyReportedLines } from '../../utils/format/already-reported';
import { formatWeekDays } from '../../utils/format/date';
import type { Block } from '../../utils/format/document';
import { formatShare } from '../../utils/format/number';
import { language, t } from '../../utils/i18n';
import { alreadyReported } from '../../utils/i18n/already-reported';
import { categoryMessage } from '../../utils/i18n/categories';
import { common } from '../../utils/i18n/common';
import {
  findingName,
  findingStatus,
  findings as findingWords,
  normName,
  officialCategories,
} from '../../utils/i18n/findings';
import { sheetAdvice, sheets as words } from '../../utils/i18n/sheets';
import { summary as summaryWords } from '../../utils/i18n/summary';
import type { Names } from '../names';
import { findingDates, findingMeasure } from '../summary/findings-part';
import { goodPracticeLine } from '../summary/good-part';

export const SHEET_KINDS = ['report', 'check-up', 'already'] as const;
export type SheetKind = (typeof SHEET_KINDS)[number];

/** A text to hand in, in parts that can be edited one by one. */
export interface SheetDraft {
  readonly title: string;
  readonly sections: readonly SheetSection[];
}

interface SheetSection {
  readonly id: string;
  readonly heading: string;
  /** One paragraph a line. */
  readonly text: string;
}

interface DraftSources {
  readonly summary: Pick<WeekSummary, 'findings' | 'goodPractices'>;
  readonly weeks: FourWeeks;
  readonly platform: Pick<Platform, 'id' | 'category' | 'ownCategory'>;
  readonly names: Names;
}

/** The draft of a sheet on one platform. It holds no clock, no hour and nothing of a person. */
export function sheetDraft(kind: SheetKind, sources: DraftSources): SheetDraft {
  const { names, platform } = sources;
  const name = names.platform(platform.id);
  if (kind === 'already') return alreadyDraft(name, sources);
  const title = t(kind === 'report' ? words.titleReport : words.titleCheckUp, { platform: name });
  const categories = Object.keys(officialCategories) as OfficialCategory[];
  const found = categories.map((category) => [category, categoryLines(category, sources)] as const);
  const advice = found.filter(([, lines]) => lines.length > 0);
  return {
    title,
    sections: [
      { id: 'subject', heading: t(words.subject), text: subjectText(name, sources) },
      ...found.map(([category, lines]) => ({
        id: category,
        heading: t(officialCategories[category]),
        text: lines.length === 0 ? t(words.none) : numbered(lines),
      })),
      ...(kind === 'report' ? [] : checkUpSections(sources)),
      {
        id: 'advice',
        heading: t(words.advice),
        text: numbered(advice.map(([category]) => t(sheetAdvice[category]))),
      },
      { id: 'notes', heading: t(words.notes), text: t(words.notesText) },
    ].filter(({ text }) => text !== ''),
  };
}

function alreadyDraft(name: string, { weeks, platform, names }: DraftSources): SheetDraft {
  const asked = weeks.overlaps.filter(({ to }) => to === platform.id);
  const texts = asked.map((overlap) =>
    alreadyReportedLines({
      overlap,
      week: weeks,
      language: language.value,
      platformName: names.platform,
      conceptName: names.concept,
    }).join('\n'),
  );
  return {
    title: t(alreadyReported.title),
    sections: (texts.length === 0 ? [t(words.alreadyNone, { to: name })] : texts).map(
      (text, index) => ({ id: `already-${index}`, heading: '', text }),
    ),
  };
}

function subjectText(name: string, { weeks, platform }: DraftSources): string {
  return t(words.subjectText, {
    platform: name,
    category: t(categoryMessage(platform.ownCategory ?? platform.category)),
    days: formatWeekDays(weeks.from, weeks.to, weeks.zone, language.value),
  });
}

/** What was found of one official category on the platform. */
function categoryLines(category: OfficialCategory, sources: DraftSources): readonly string[] {
  const { summary, weeks, platform, names } = sources;
  const comma = language.value === 'zh_CN' ? '，' : ', ';
  const lines = summary.findings
    .filter((one) => one.category === category && one.platform === platform.id)
    .map((finding) => {
      const notes = [
        t(findingStatus[finding.status]),
        finding.norm === undefined
          ? t(findingWords.noNorm)
          : t(finding.byAnalogy ? findingWords.byAnalogy : findingWords.byNorm, {
              norm: t(normName(finding.norm)),
            }),
        finding.ours ? t(findingWords.ours) : '',
        finding.recurred ? t(findingWords.recurred) : '',
      ];
      return t(words.basis, {
        measure: [
          t(findingName(finding.rule)),
          findingMeasure(finding) ?? '',
          findingDates(finding, weeks.zone),
        ]
          .filter((part) => part !== '')
          .join(comma),
        notes: notes.filter((note) => note !== '').join(comma),
      });
    });
  if (category !== 'repeated-reporting') return lines;
  const overlaps = weeks.overlaps.filter(({ to }) => to === platform.id);
  return [
    ...lines,
    ...overlaps.map((overlap) =>
      t(words.overlap, {
        from: names.platform(overlap.from),
        items: dataItems(overlap, names).join(t(common.list)),
        count: overlap.fields,
      }),
    ),
  ];
}

/** The data items of an overlap by name; those without a name are counted. */
function dataItems({ concepts }: PlatformOverlap, names: Names): readonly string[] {
  const named = concepts.flatMap(({ concept }) => names.concept(concept) ?? []);
  const unnamed = concepts.length - named.length;
  return unnamed === 0 ? named : [...named, t(words.unnamed, { count: unnamed })];
}

function checkUpSections(sources: DraftSources): readonly SheetSection[] {
  const { summary, weeks, platform, names } = sources;
  const row = weeks.platforms.get(platform.id);
  const inconsistent = weeks.inconsistent
    .filter(({ sides }) => sides.some((side) => side.platform === platform.id))
    .map(({ concept, sides: [first, second], differs }) =>
      t(summaryWords.inconsistentNote, {
        item: names.concept(concept) ?? t(summaryWords.unknownItem),
        first: first.label ?? names.platform(first.platform),
        second: second.label ?? names.platform(second.platform),
        differs: differs
          .map((what) =>
            t(
              {
                unit: summaryWords.differsUnit,
                period: summaryWords.differsPeriod,
                wording: summaryWords.differsWording,
              }[what],
            ),
          )
          .join(t(common.list)),
      }),
    );
  const filled = (row?.enteredFields ?? 0) + (row?.prefilledFields ?? 0);
  const usage =
    row === undefined || filled === 0
      ? []
      : [
          t(words.usage, {
            submissions: row.submissions,
            entered: row.enteredFields,
            prefilled: row.prefilledFields,
          }),
          t(words.prefill, { share: formatShare(row.prefilledFields / filled) }),
        ];
  const good = summary.goodPractices
    .filter((practice) => practice.platform === platform.id)
    .map((practice) => goodPracticeLine(practice, names.platform(platform.id)));
  return [
    { id: 'items', heading: t(words.items), text: numbered([...usage, ...inconsistent]) },
    { id: 'good', heading: t(words.good), text: numbered(good) },
  ];
}

function numbered(lines: readonly string[]): string {
  return lines.length === 1
    ? (lines[0] ?? '')
    : lines.map((text, index) => `${index + 1}. ${text}`).join('\n');
}

const NUMERALS = '一二三四五六七八九十';

/** The draft as a document: numbered headings, one paragraph a line, the person's own last line. */
export function sheetBlocks(draft: SheetDraft, signature: string): readonly Block[] {
  let number = 0;
  return [
    { kind: 'title', text: draft.title },
    ...draft.sections.flatMap(({ heading, text }): readonly Block[] => {
      const paragraphs = text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line): Block => ({ kind: 'paragraph', text: line }));
      if (heading === '') return paragraphs;
      number += 1;
      const mark =
        language.value === 'zh_CN' ? `${NUMERALS[number - 1] ?? number}、` : `${number}. `;
      return [{ kind: 'heading', text: mark + heading }, ...paragraphs];
    }),
    ...(signature.trim() === '' ? [] : [{ kind: 'paragraph', text: `\n${signature}` } as const]),
  ];
}
