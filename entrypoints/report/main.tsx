import '../../components/theme.css';
import '../../components/controls.css';
import '../../components/page.css';
import '../../components/summary.css';
import '../../components/records.css';
import '../../components/print.css';
import { effect } from '@preact/signals';
import { render } from 'preact';
import { applyAppearance, onSystemTheme } from '../../components/appearance';
import { t } from '../../utils/i18n';
import { keepMessages } from '../../utils/i18n/packed-messages';
import { report } from '../../utils/i18n/report';
import { ReportPage } from './report-page';
import { settings, startReport, stored } from './report-state';

/** When the page has drawn what it was opened for, ms. */
const KEEP_MS = 5_000;

await startReport();
const appear = () => applyAppearance(settings.value);
effect(appear);
effect(() => {
  document.title = t(report.documentTitle);
});
onSystemTheme(appear);
render(<ReportPage />, document.getElementById('app') as HTMLElement);
// Before the person agreed nothing is kept, not even the package's own words.
effect(() => {
  if (stored.value.consent === undefined) return;
  setTimeout(() => stored.value.consent !== undefined && keepMessages(), KEEP_MS);
});
