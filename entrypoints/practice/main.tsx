import '../../components/theme.css';
import '../../components/controls.css';
import '../../components/page.css';
import '../../components/practice.css';
import { render } from 'preact';
import { applyAppearance, onSystemTheme } from '../../components/appearance';
import { PracticeView } from '../../components/practice/practice-view';
import { readStored, settingsOf } from '../../utils/browser/settings';
import { t } from '../../utils/i18n';
import { common } from '../../utils/i18n/common';
import { practice } from '../../utils/i18n/practice';

const settings = settingsOf(await readStored());
applyAppearance(settings);
onSystemTheme(() => applyAppearance(settings));
document.title = `${t(common.productName)} · ${t(practice.title)}`;
render(<PracticeView />, document.getElementById('app') as HTMLElement);
