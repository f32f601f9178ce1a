import '../../components/theme.css';
import '../../components/controls.css';
import '../../components/page.css';
import '../../components/options.css';
import { effect } from '@preact/signals';
import { type ComponentType, render } from 'preact';
import { applyAppearance, onSystemTheme } from '../../components/appearance';
import { t } from '../../utils/i18n';
import { backup } from '../../utils/i18n/backup';
import { common } from '../../utils/i18n/common';
import type { Message } from '../../utils/i18n/message';
import { options as words } from '../../utils/i18n/options';
import { report } from '../../utils/i18n/report';
import { BackupPart } from './backup-part';
import { ComparePart } from './compare-part';
import { ConsentPart } from './consent-part';
import { DataPart } from './data-part';
import { DisplayPart } from './display-part';
import { MeasuresPart } from './measures-part';
import { savedAt, settings, startOptions } from './options-state';
import { PlatformsPart } from './platforms-part';
import { PolicyPart } from './policy-part';
import { SitesPart } from './sites-part';

const PARTS: readonly (readonly [string, Message, ComponentType])[] = [
  ['consent', words.consentTitle, ConsentPart],
  ['platforms', words.platformsTitle, PlatformsPart],
  ['sites', words.sitesTitle, SitesPart],
  ['measures', words.measuresTitle, MeasuresPart],
  ['compare', words.compareTitle, ComparePart],
  ['display', words.displayTitle, DisplayPart],
  ['data', words.dataTitle, DataPart],
  ['backup', backup.title, BackupPart],
  ['policy', words.policyTitle, PolicyPart],
];

function OptionsPage() {
  return (
    <div class="page options-page">
      <header class="page-head">
        <p class="brand">{t(common.productName)}</p>
        <h1>{t(words.title)}</h1>
        <p class="saved" role="status">
          {savedAt.value !== 0 && (
            <span key={savedAt.value}>{t(savedAt.value > 0 ? words.saved : report.notSaved)}</span>
          )}
        </p>
      </header>
      <nav class="contents" aria-label={t(words.contents)}>
        <ul>
          {PARTS.map(([id, title]) => (
            <li key={id}>
              <a href={`#${id}`}>{t(title)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <main>
        {PARTS.map(([id, title, Part]) => (
          <section key={id} id={id} class="part">
            <h2>{t(title)}</h2>
            <Part />
          </section>
        ))}
      </main>
    </div>
  );
}

await startOptions();
const appear = () => applyAppearance(settings.value);
effect(appear);
effect(() => {
  document.title = `${t(words.title)} · ${t(common.productName)}`;
});
onSystemTheme(appear);
render(<OptionsPage />, document.getElementById('app') as HTMLElement);
