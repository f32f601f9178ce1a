import { useState } from 'preact/hooks';
import { SelectSetting } from '../../components/setting';
import { requestPatterns } from '../../utils/browser/permissions';
import { language, t } from '../../utils/i18n';
import { categoryMessage } from '../../utils/i18n/categories';
import { welcome } from '../../utils/i18n/welcome';
import {
  type CatalogueSystem,
  catalogueSystems,
  PROVINCES,
  provinceName,
} from './catalogue-systems';
import { granted, readGranted } from './welcome-state';

const SYSTEMS = catalogueSystems();
const ALL = [...SYSTEMS.values()].flat();

/** Systems outside gov.cn, to tick: optional, and one question of the browser for all of them. */
export function ChooseSystems() {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [province, setProvince] = useState('');
  const [trade, setTrade] = useState('');
  const fits = (system: CatalogueSystem) =>
    province === '' || system.province === undefined || system.province === province;
  const groups = [...SYSTEMS]
    .map(([category, systems]) => [category, systems.filter(fits)] as const)
    .filter(([category, systems]) => systems.length > 0 && (trade === '' || trade === category));
  const add = async () => {
    const patterns = ALL.filter(({ rule }) => chosen.has(rule)).flatMap((one) => one.patterns);
    await requestPatterns(patterns).catch(() => false);
    setChosen(new Set());
    await readGranted();
  };
  const toggle = (rule: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(rule);
    else next.delete(rule);
    setChosen(next);
  };
  return (
    <section class="part">
      <h2>{t(welcome.systemsTitle)}</h2>
      <p class="text">{t(welcome.systemsText)}</p>
      <div class="choose">
        <SelectSetting
          name="province"
          label={t(welcome.province)}
          value={province}
          choices={[
            ['', t(welcome.everywhere)],
            ...PROVINCES.map((one) => [one, provinceName(one, language.value)] as const),
          ]}
          onChoose={setProvince}
        />
        <SelectSetting
          name="trade"
          label={t(welcome.trade)}
          value={trade}
          choices={[
            ['', t(welcome.allTrades)],
            ...[...SYSTEMS.keys()].map((key) => [key, t(categoryMessage(key))] as const),
          ]}
          onChoose={setTrade}
        />
      </div>
      {province !== '' && !ALL.some((system) => system.province === province) && (
        <p class="small soft text" data-province={province}>
          {t(welcome.provinceNone, { province: provinceName(province, language.value) })}
        </p>
      )}
      <div class="systems">
        {groups.map(([category, systems]) => (
          <fieldset key={category}>
            <legend>{t(categoryMessage(category))}</legend>
            {systems.map((system) => (
              <System
                key={system.rule}
                system={system}
                chosen={chosen.has(system.rule)}
                onToggle={(on) => toggle(system.rule, on)}
              />
            ))}
          </fieldset>
        ))}
      </div>
      <p>
        <button
          type="button"
          class="button"
          data-action="add-systems"
          disabled={chosen.size === 0}
          onClick={add}
        >
          {t(welcome.systemsAdd)}
        </button>
      </p>
    </section>
  );
}

interface SystemProps {
  readonly system: CatalogueSystem;
  readonly chosen: boolean;
  readonly onToggle: (on: boolean) => void;
}

function System({ system, chosen, onToggle }: SystemProps) {
  const there = system.patterns.every((pattern) => granted.value.includes(pattern));
  return (
    <label class="choice">
      <input
        type="checkbox"
        name={system.rule}
        checked={there || chosen}
        disabled={there}
        onChange={(event) => onToggle(event.currentTarget.checked)}
      />
      <span>{system.name}</span>
      {(there || namesake(system)) && (
        <span class="hint">{there ? t(welcome.systemsAdded) : hostOf(system)}</span>
      )}
    </label>
  );
}

/** Two systems of one name are told apart by their hosts. */
function namesake({ rule, name }: CatalogueSystem): boolean {
  return ALL.some((other) => other.name === name && other.rule !== rule);
}

function hostOf({ patterns: [pattern = ''] }: CatalogueSystem): string {
  return pattern.replace(/^\*:\/\/(\*\.)?|\/\*$/g, '');
}
