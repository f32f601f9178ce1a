import { useState } from 'preact/hooks';
import { tellListChanged } from '../../utils/browser/list-changed';
import { requestGovernment, requestOrigin } from '../../utils/browser/permissions';
import { removePattern } from '../../utils/browser/remove-pattern';
import { GOVERNMENT_PATTERN } from '../../utils/domain/match-pattern';
import { t } from '../../utils/i18n';
import { options as words } from '../../utils/i18n/options';
import { isNeverTracked } from '../../utils/knowledge/platforms';
import { followPlatforms, granted, keep, readGranted, stored } from './options-state';

/** What the browser allows now, each with a way to take it back, and a way to add one address. */
export function SitesPart() {
  const [address, setAddress] = useState('');
  const [failed, setFailed] = useState<'refused' | 'never'>();
  const add = async (event: SubmitEvent) => {
    event.preventDefault();
    const url = completed(address);
    if (url !== undefined && isNeverTracked(url)) {
      setFailed('never');
      return;
    }
    // Asked first, straight from the click: the browser takes the question from nowhere else.
    const allowed = url === undefined ? false : await requestOrigin(url).catch(() => false);
    setFailed(allowed ? undefined : 'refused');
    await readGranted();
    if (!allowed || url === undefined) return;
    await tellListChanged();
    await followPlatforms();
    setAddress('');
  };
  const takeBack = async (pattern: string) => {
    await keep(() => removePattern(pattern));
    await readGranted();
  };
  const government = granted.value.includes(GOVERNMENT_PATTERN);
  return (
    <>
      <p class="soft text">{t(granted.value.length === 0 ? words.sitesEmpty : words.sitesText)}</p>
      <ul class="plain-list">
        {granted.value.map((pattern) => {
          const site = pattern === GOVERNMENT_PATTERN ? t(words.government) : pattern;
          return (
            <li key={pattern} class="site" data-site={pattern}>
              <span>{site}</span>
              <button
                type="button"
                class="button small"
                data-action="remove-site"
                aria-label={t(words.takeBackLabel, { site })}
                onClick={() => takeBack(pattern)}
              >
                {t(words.takeBack)}
              </button>
            </li>
          );
        })}
      </ul>
      {stored.value.consent !== undefined && (
        <>
          {!government && (
            <p>
              <button
                type="button"
                class="button"
                data-action="allow-government"
                onClick={async () => {
                  await requestGovernment().catch(() => false);
                  await readGranted();
                }}
              >
                {t(words.allowGovernment)}
              </button>
            </p>
          )}
          <form class="add-site" onSubmit={add}>
            <label class="field">
              {t(words.addSite)}
              <input
                class="input"
                name="address"
                inputMode="url"
                value={address}
                onInput={(event) => setAddress(event.currentTarget.value)}
              />
              <span class="hint">{t(words.addSiteHint)}</span>
            </label>
            <button type="submit" class="button" data-action="add-site">
              {t(words.add)}
            </button>
          </form>
          <p class="signal" aria-live="polite">
            {failed !== undefined && t(failed === 'never' ? words.addNever : words.addRefused)}
          </p>
        </>
      )}
    </>
  );
}

/** An address as people write it: without a scheme it is plain http, as intranets mostly are. */
function completed(address: string): string | undefined {
  const text = address.trim();
  if (text === '') return undefined;
  try {
    const url = new URL(/^[a-z]+:\/\//i.test(text) ? text : `http://${text}`);
    return /^https?:$/.test(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}
