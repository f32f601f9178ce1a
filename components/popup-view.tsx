import type { ComponentChildren } from 'preact';
import { formatDuration, formatEstimate } from '../utils/format/duration';
import { language, t } from '../utils/i18n';
import { categoryMessage } from '../utils/i18n/categories';
import { common } from '../utils/i18n/common';
import { popup } from '../utils/i18n/popup';
import { Menu } from './menu';

/** What the popup says of the site in front. */
export type SiteState =
  | { readonly kind: 'none' | 'reading' }
  | { readonly kind: 'never' | 'excluded'; readonly name: string }
  | { readonly kind: 'free'; readonly name: string }
  | {
      readonly kind: 'recorded';
      readonly name: string;
      readonly category?: string;
      /** Absent while it is being read. */
      readonly todayMs?: number;
    };

/** Why no figures are there. */
export type Silence = 'reading' | 'none' | 'failed';

/** Working time and platforms of a stretch of days. */
interface Stretch {
  readonly workingMs: number;
  readonly platforms: number;
}

export interface PopupState {
  readonly agreed: boolean;
  /** Absent while recording; until when the pause lasts, in words, or `open`. */
  readonly paused?: string | 'open';
  readonly site: SiteState;
  /** `none` where nothing was recorded this week, `failed` where the database cannot be read. */
  readonly week:
    | {
        readonly today: Stretch;
        readonly all: Stretch;
        /** Absent while it is being read. */
        readonly reentryMs?: number;
      }
    | Silence;
  /** The browser refused the site that was asked for. */
  readonly refused: boolean;
  /** What was pressed last could not be stored. */
  readonly failed: boolean;
  /** Something went wrong that the summary explains. */
  readonly trouble?: boolean;
}

export type PopupPage = 'summary' | 'findings' | 'records' | 'options' | 'welcome' | 'sample';

interface PopupProps {
  readonly state: PopupState;
  readonly onOpen: (page: PopupPage) => void;
  readonly onPause: (span: 'quarter' | 'today' | 'open') => void;
  readonly onResume: () => void;
  readonly onStartSite: () => void;
  readonly onStopSite: () => void;
}

/** The window behind the toolbar button. All its heights are fixed: nothing moves while it is read. */
export function PopupView(props: PopupProps) {
  const { state, onOpen } = props;
  return (
    <main class="popup">
      <header class="popup-head">
        <h1>{t(popup.title)}</h1>
        <Status state={state} />
      </header>
      {state.agreed ? <Agreed {...props} /> : <NotAgreed onOpen={onOpen} />}
      <nav class="popup-links">
        {state.agreed && (
          <>
            <PageLink page="findings" onOpen={onOpen}>
              {t(popup.findings)}
            </PageLink>
            <PageLink page="records" onOpen={onOpen}>
              {t(popup.records)}
            </PageLink>
          </>
        )}
        <PageLink page="sample" onOpen={onOpen}>
          {t(popup.sample)}
        </PageLink>
        <PageLink page="options" onOpen={onOpen}>
          {t(common.options)}
        </PageLink>
      </nav>
    </main>
  );
}

function Status({ state }: { readonly state: PopupState }) {
  if (!state.agreed) return <span class="tag">{t(popup.notAgreed)}</span>;
  if (state.paused !== undefined) return <span class="tag signal">{t(popup.paused)}</span>;
  return <span class="tag accent">{t(popup.recording)}</span>;
}

function NotAgreed({ onOpen }: Pick<PopupProps, 'onOpen'>) {
  return (
    <section class="popup-part">
      <p>{t(popup.notAgreedText)}</p>
      <button
        type="button"
        class="button primary"
        data-action="open-welcome"
        onClick={() => onOpen('welcome')}
      >
        {t(popup.openWelcome)}
      </button>
    </section>
  );
}

function Agreed(props: PopupProps) {
  const { state, onOpen, onPause, onResume } = props;
  const { week } = state;
  const paused =
    state.paused === 'open'
      ? t(popup.pausedOpen)
      : state.paused !== undefined && t(popup.pausedUntil, { time: state.paused });
  const trouble = state.failed
    ? t(popup.failed)
    : state.trouble === true && paused === false && t(popup.trouble);
  return (
    <>
      <Site {...props} />
      <section class="popup-part popup-numbers">
        <Line title={t(common.today)} stretch={typeof week === 'object' ? week.today : week} />
        <Line title={t(common.thisWeek)} stretch={typeof week === 'object' ? week.all : week} />
        <p class="popup-line">
          <span>{t(popup.reentry)}</span>
          <Reentry week={week} />
        </p>
      </section>
      <section class="popup-part popup-actions">
        <button
          type="button"
          class="button primary"
          data-action="open-report"
          onClick={() => onOpen('summary')}
        >
          {t(popup.openSummary)}
        </button>
        {state.paused === undefined ? (
          <Menu
            label={t(popup.pause)}
            action="pause"
            upward
            items={[
              {
                label: t(popup.pauseQuarter),
                action: 'pause-quarter',
                onChoose: () => onPause('quarter'),
              },
              {
                label: t(popup.pauseToday),
                action: 'pause-today',
                onChoose: () => onPause('today'),
              },
              { label: t(popup.pauseOpen), action: 'pause-open', onChoose: () => onPause('open') },
            ]}
          />
        ) : (
          <button type="button" class="button" data-action="resume" onClick={onResume}>
            {t(popup.resume)}
          </button>
        )}
        <p class={`small popup-pause ${trouble ? 'signal' : 'soft'}`} aria-live="polite">
          {trouble || paused}
        </p>
      </section>
    </>
  );
}

function Reentry({ week }: Pick<PopupState, 'week'>) {
  const ms = typeof week === 'object' ? week.reentryMs : undefined;
  const reading = week === 'reading' || (typeof week === 'object' && ms === undefined);
  return (
    <strong data-figure="reentry.ms" class={ms === undefined ? 'soft' : 'signal'}>
      {ms === undefined ? (reading ? '' : '—') : formatEstimate(ms, language.value)}
    </strong>
  );
}

function Site({ state, onStartSite, onStopSite }: PopupProps) {
  const { site, refused } = state;
  return (
    <section class="popup-part popup-site" aria-live="polite">
      <h2>{t(popup.thisSite)}</h2>
      {site.kind === 'none' && <p class="soft">{t(popup.noSite)}</p>}
      {site.kind === 'never' && (
        <>
          <SiteName name={site.name} note={t(popup.siteNeverRecorded)} />
          <p class="small soft">{t(popup.siteNeverText)}</p>
        </>
      )}
      {site.kind === 'excluded' && (
        <>
          <SiteName name={site.name} note={t(popup.siteNotRecorded)} />
          <p class="small soft">{t(popup.siteExcludedByPolicy)}</p>
        </>
      )}
      {site.kind === 'free' && (
        <>
          <SiteName name={site.name} note={t(popup.siteNotRecorded)} />
          <button type="button" class="button" data-action="record-site" onClick={onStartSite}>
            {t(popup.startSite)}
          </button>
          {refused && <p class="small signal">{t(popup.refused)}</p>}
        </>
      )}
      {site.kind === 'recorded' && (
        <>
          <SiteName
            name={site.name}
            note={
              site.category === undefined
                ? t(popup.siteRecorded)
                : t(categoryMessage(site.category))
            }
          />
          <p class="popup-line small">
            <span data-figure="platform.today">
              {site.todayMs !== undefined &&
                t(popup.platformToday, { time: formatDuration(site.todayMs, language.value) })}
            </span>
            <button type="button" class="link" data-action="stop-site" onClick={onStopSite}>
              {t(popup.stopSite)}
            </button>
          </p>
        </>
      )}
    </section>
  );
}

function SiteName({ name, note }: { readonly name: string; readonly note: string }) {
  return (
    <p class="popup-line">
      <strong class="popup-name" title={name}>
        {name}
      </strong>
      <span class="small soft nowrap">{note}</span>
    </p>
  );
}

function Line({ title, stretch }: { readonly title: string; readonly stretch: Stretch | Silence }) {
  return (
    <p class="popup-line">
      <span>{title}</span>
      {typeof stretch === 'string' ? (
        <span class={stretch === 'failed' ? 'signal' : 'soft'}>
          {stretch === 'none' && t(popup.nothingYet)}
          {stretch === 'failed' && t(popup.unreadable)}
        </span>
      ) : (
        <span>
          <span class="soft small">{t(popup.platformCount, { count: stretch.platforms })}</span>
          <strong>{formatDuration(stretch.workingMs, language.value)}</strong>
        </span>
      )}
    </p>
  );
}

interface PageLinkProps extends Pick<PopupProps, 'onOpen'> {
  readonly page: PopupPage;
  readonly children: ComponentChildren;
}

function PageLink({ page, onOpen, children }: PageLinkProps) {
  return (
    <button type="button" class="link" data-action={`open-${page}`} onClick={() => onOpen(page)}>
      {children}
    </button>
  );
}
