import '../../components/theme.css';
import '../../components/controls.css';
import '../../components/page.css';
import '../../components/welcome.css';
import { effect } from '@preact/signals';
import { render } from 'preact';
import { applyAppearance, onSystemTheme } from '../../components/appearance';
import { settingsOf } from '../../utils/browser/settings';
import { t } from '../../utils/i18n';
import { common } from '../../utils/i18n/common';
import { welcome } from '../../utils/i18n/welcome';
import { AfterConsent } from './after-consent';
import { DecisionPart } from './decision-part';
import { Explanation } from './explanation';
import { loadWelcome, stored } from './welcome-state';

function Welcome() {
  return (
    <>
      <header class="first-line">
        <p>{t(welcome.firstLine)}</p>
      </header>
      <main class="page welcome-page">
        <div class="page-head">
          <p class="brand">{t(common.productName)}</p>
          <h1>{t(welcome.title)}</h1>
        </div>
        <Explanation />
        <DecisionPart />
        <AfterConsent />
      </main>
    </>
  );
}

await loadWelcome();
const appear = () => applyAppearance(settingsOf(stored.value));
effect(appear);
effect(() => {
  document.title = `${t(common.productName)} · ${t(welcome.title)}`;
});
onSystemTheme(appear);
render(<Welcome />, document.getElementById('app') as HTMLElement);
