import '../../components/theme.css';
import '../../components/controls.css';
import '../../components/page.css';
import '../../components/summary.css';
import '../../components/print.css';
import './unit.css';
import { effect } from '@preact/signals';
import { type ComponentType, render } from 'preact';
import { applyAppearance, onSystemTheme } from '../../components/appearance';
import { t } from '../../utils/i18n';
import { common } from '../../utils/i18n/common';
import { unit as words } from '../../utils/i18n/unit';
import { BuildView } from './build-view';
import { CompareView } from './compare-view';
import { ContributeView } from './contribute-view';
import { DemandView } from './demand-view';
import { HolderView } from './holder-view';
import { InventoryView } from './inventory-view';
import { SumView } from './sum-view';
import { settings, startUnit, VIEWS, type View, view } from './unit-state';

const SHOWN: Readonly<Record<View, ComponentType>> = {
  contribute: ContributeView,
  inventory: InventoryView,
  build: BuildView,
  sum: SumView,
  holder: HolderView,
  demand: DemandView,
  compare: CompareView,
};

const titleOf = (one: View) => t(words[`${one}Title`]);

function UnitPage() {
  const Shown = SHOWN[view.value];
  return (
    <div class="page unit-page">
      <header class="page-head">
        <p class="brand">{t(common.productName)}</p>
        <h1>{titleOf(view.value)}</h1>
        <p class="small soft">{t(words.useLimits)}</p>
      </header>
      <nav aria-label={t(words.views)} class="screen-only">
        <ul class="views">
          {VIEWS.map((one) => (
            <li key={one}>
              <a
                href={`#${one}`}
                data-view={one}
                aria-current={view.value === one ? 'page' : undefined}
              >
                {titleOf(one)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <main>
        <Shown />
      </main>
    </div>
  );
}

await startUnit();
const appear = () => applyAppearance(settings.value);
effect(appear);
effect(() => {
  document.title = `${titleOf(view.value)} · ${t(common.productName)}`;
});
onSystemTheme(appear);
render(<UnitPage />, document.getElementById('app') as HTMLElement);
