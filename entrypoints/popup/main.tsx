import '../../components/theme.css';
import '../../components/controls.css';
import '../../components/popup.css';
import { signal } from '@preact/signals';
import { render } from 'preact';
import { applyAppearance } from '../../components/appearance';
import { type PopupPage, PopupView } from '../../components/popup-view';
import { tellListChanged, tellSiteStopped } from '../../utils/browser/list-changed';
import { requestOrigin } from '../../utils/browser/permissions';
import { onStoredChanged, pauseUntil, resume, settingsOf } from '../../utils/browser/settings';
import { type OwnPage, openPage } from '../../utils/browser/tabs';
import { MINUTE_MS } from '../../utils/domain/time-constants';
import { addDays, dayKeyAt, startOfDay } from '../../utils/domain/zone';
import { type PopupSources, popupState } from './popup-state';
import { readFirst } from './read-first';

const PAGES: Readonly<Record<PopupPage, readonly [OwnPage, string]>> = {
  summary: ['report.html', ''],
  findings: ['report.html', '#view=findings'],
  records: ['report.html', '#view=records'],
  sample: ['report.html', '#view=sample'],
  options: ['options.html', ''],
  welcome: ['welcome.html', ''],
};

/** Database, catalogue and measures: the first frame does not wait for them. */
const slower = () => import('./read-popup');

const sources = signal<PopupSources>(await readFirst(Date.now()));
const refused = signal(false);
const failed = signal(false);

/** Reads what takes longer, each part into its place. */
async function readRest(first: PopupSources): Promise<void> {
  const { readSite, readWeek } = await slower();
  await Promise.all([
    readSite(first).then((site) => {
      sources.value = { ...sources.value, ...site };
    }),
    readWeek(first, (week) => {
      sources.value = { ...sources.value, week };
    }),
  ]);
}

async function readAgain(): Promise<void> {
  const { site, granted, policy, week } = sources.value;
  const next = await readFirst(Date.now());
  applyAppearance(settingsOf(next.stored));
  // What is shown stays until it is read anew: nothing blinks.
  sources.value =
    next.site === 'reading' && site !== 'none'
      ? { ...next, site, granted, policy, week: next.week === 'none' ? 'none' : week }
      : next;
  await readRest(next);
}

async function open(page: PopupPage): Promise<void> {
  await openPage(...PAGES[page]);
  window.close();
}

async function pause(span: 'quarter' | 'today' | 'open'): Promise<void> {
  const now = Date.now();
  const { zone } = settingsOf(sources.value.stored);
  if (span === 'quarter') await pauseUntil(now + 15 * MINUTE_MS);
  else if (span === 'today') await pauseUntil(startOfDay(addDays(dayKeyAt(now, zone), 1), zone));
  else await pauseUntil('resumed');
}

async function start(): Promise<void> {
  const { page } = sources.value;
  if (page === undefined) return;
  // Asked first, straight from the click: the browser takes the question from nowhere else. Where it
  // closes this window meanwhile, the worker puts the site on the list.
  refused.value = !(await requestOrigin(page.url));
  await tellListChanged();
  await readAgain();
}

async function stop(): Promise<void> {
  const { page } = sources.value;
  if (page === undefined) return;
  await tellSiteStopped(page.url);
  await readAgain();
}

/** Does what a button says, and says it where that cannot be stored. */
function said<Given extends readonly unknown[]>(act: (...given: Given) => Promise<void>) {
  return async (...given: Given): Promise<void> => {
    failed.value = await act(...given).then(
      () => false,
      () => true,
    );
  };
}

function Popup() {
  const state = popupState(sources.value, { refused: refused.value, failed: failed.value });
  return (
    <PopupView
      state={state}
      onOpen={open}
      onPause={said(pause)}
      onResume={said(resume)}
      onStartSite={said(start)}
      onStopSite={said(stop)}
    />
  );
}

applyAppearance(settingsOf(sources.value.stored));
onStoredChanged(() => void readAgain());
render(<Popup />, document.getElementById('app') as HTMLElement);
await readRest(sources.value);
