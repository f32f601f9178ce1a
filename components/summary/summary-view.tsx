import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import type { DiaryLine } from '../../utils/domain/records';
import type { FindingView, WeekSummary } from '../../utils/domain/summary';
import { formatShare } from '../../utils/format/number';
import { language, sentenceGap, t } from '../../utils/i18n';
import { common } from '../../utils/i18n/common';
import { findings as findingWords } from '../../utils/i18n/findings';
import { summary as words } from '../../utils/i18n/summary';
import { HeatMap } from '../charts/heat-map';
import { Patterns } from '../charts/patterns';
import { NamesContext } from '../names';
import { FindingsPart, type Judgement } from './findings-part';
import { FormsPart } from './forms-part';
import { GoodPart } from './good-part';
import { ComparisonLine, Headline, HoursLine } from './headline';
import { HeadlineCards } from './headline-cards';
import { BandsPart, OtherPart } from './other-part';
import { OverlapMatrix } from './overlap-matrix';
import { TimePart } from './time-part';
import { type NewDiaryLine, UnseenPart } from './unseen-part';

interface SummaryViewProps {
  readonly summary: WeekSummary;
  readonly compared: boolean;
  readonly diary: readonly DiaryLine[];
  readonly onJudge?: ((finding: FindingView, judgement: Judgement) => void) | undefined;
  readonly onAddDiary?: ((line: NewDiaryLine) => void) | undefined;
  readonly onDeleteDiary?: ((id: string) => void) | undefined;
  readonly onAllFindings?: (() => void) | undefined;
}

const FINDINGS_SHOWN = 5;

/** The week: one sentence, four numbers, then what they rest on. */
export function SummaryView(props: SummaryViewProps) {
  const { summary, compared, diary } = props;
  return (
    <>
      <Patterns />
      <StateNotice summary={summary} />
      <section class="headline" aria-label={t(words.title)}>
        <p class="headline-first">
          <Headline summary={summary} compared={compared} />
        </p>
        <p>
          <ComparisonLine summary={summary} compared={compared} />
          {sentenceGap()}
          <HoursLine summary={summary} />
        </p>
      </section>
      <HeadlineCards summary={summary} compared={compared} />
      <div class="parts">
        <Part number={1} title={t(words.overlapTitle)}>
          <OverlapMatrix summary={summary} compared={compared} />
        </Part>
        <Part number={2} title={t(words.timeTitle)}>
          <TimePart summary={summary} />
        </Part>
        <Part number={3} title={t(words.formsTitle)}>
          <FormsPart summary={summary} />
        </Part>
        <div class="parts-side tall">
          <Part number={4} title={t(words.heatTitle)}>
            <p class="lead small soft">{t(words.heatLead)}</p>
            <HeatMap heat={summary.heat} />
          </Part>
          <Part number={5} title={t(findingWords.title)}>
            <Findings {...props} />
          </Part>
        </div>
        <div class="parts-side">
          <Part number={6} title={t(words.goodTitle)}>
            <GoodPart practices={summary.goodPractices} />
          </Part>
          <Part number={7} title={t(words.unseenTitle)}>
            <UnseenPart
              lines={diary}
              from={summary.from}
              to={summary.to}
              zone={summary.zone}
              onAdd={props.onAddDiary}
              onDelete={props.onDeleteDiary}
            />
          </Part>
        </div>
        <div class="parts-side whole">
          <Part number={8} title={t(words.otherTitle)}>
            <OtherPart summary={summary} />
          </Part>
          {Object.keys(summary.bands).length > 0 && (
            <Part number={9} title={t(words.bandsTitle)}>
              <BandsPart summary={summary} />
            </Part>
          )}
        </div>
      </div>
    </>
  );
}

/** What must be known before reading a week that is not whole. */
function StateNotice({ summary }: { readonly summary: WeekSummary }) {
  const names = useContext(NamesContext);
  const notices = [
    summary.state === 'running' ? t(words.runningWeek) : undefined,
    summary.state === 'incomplete'
      ? t(words.incompleteWeek, { share: formatShare(summary.coverage ?? 0) })
      : undefined,
    summary.buildUp ? t(words.buildUp) : undefined,
    summary.fromSums ? t(words.fromSums) : undefined,
    !summary.buildUp && summary.newPlatforms.length > 0
      ? t(words.newPlatforms, {
          platforms: summary.newPlatforms.map(names.platform).join(t(common.list)),
        })
      : undefined,
  ].filter((notice) => notice !== undefined);
  if (notices.length === 0) return null;
  return (
    <div class="notice" data-state={summary.state}>
      {notices.map((notice) => (
        <p key={notice}>{notice}</p>
      ))}
    </div>
  );
}

function Findings({ summary, onJudge, onAllFindings }: SummaryViewProps) {
  const { findings, findingsExempt, findingsRejected, zone } = summary;
  return (
    <>
      <FindingsPart findings={findings.slice(0, FINDINGS_SHOWN)} zone={zone} onJudge={onJudge} />
      <p class="small soft">
        {findingsExempt > 0 && t(findingWords.exempt, { count: findingsExempt })}
        {findingsRejected > 0 && t(findingWords.rejectedCount, { count: findingsRejected })}
      </p>
      {onAllFindings !== undefined && findings.length > 0 && (
        <p>
          <button type="button" class="link" onClick={onAllFindings}>
            {t(findingWords.showAll, { count: findings.length })}
          </button>
        </p>
      )}
    </>
  );
}

interface PartProps {
  readonly number: number;
  readonly title: string;
  readonly children: ComponentChildren;
}

const NUMERALS = '一二三四五六七八九十';

/** A numbered part, as official papers number theirs. */
function Part({ number, title, children }: PartProps) {
  return (
    <section class="summary-part">
      <h2>
        {language.value === 'zh_CN' ? `${NUMERALS[number - 1]}、` : `${number}. `}
        {title}
      </h2>
      {children}
    </section>
  );
}
