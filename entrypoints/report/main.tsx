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
import { report } from '../../utils/i18n/report';
import { ReportPage } from './report-page';
import { settings, startReport } from './report-state';

await startReport();
const appear = () => applyAppearance(settings.value);
effect(appear);
effect(() => {
  document.title = t(report.documentTitle);
});
onSystemTheme(appear);
render(<ReportPage />, document.getElementById('app') as HTMLElement);
