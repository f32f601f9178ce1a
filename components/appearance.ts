import type { Settings } from '../utils/domain/settings';
import { language } from '../utils/i18n';
import { chooseLanguage, localeOf } from '../utils/i18n/message';
import './number-units';

type Appearance = Pick<Settings, 'language' | 'theme' | 'typeSize'>;

/** Gives the page the person's language, colours and type size. Call again on any change. */
export function applyAppearance(appearance: Appearance): void {
  const root = document.documentElement;
  language.value = chooseLanguage(appearance.language, navigator.language);
  root.lang = localeOf(language.value);
  root.dataset.theme = appearance.theme === 'auto' ? systemTheme() : appearance.theme;
  root.dataset.size = appearance.typeSize;
}

/** Calls back when the system changes between light and dark. Returns how to stop. */
export function onSystemTheme(callback: () => void): () => void {
  const queries = [DARK, CONTRAST].map((query) => matchMedia(query));
  for (const query of queries) query.addEventListener('change', callback);
  return () => {
    for (const query of queries) query.removeEventListener('change', callback);
  };
}

const DARK = '(prefers-color-scheme: dark)';
const CONTRAST = '(prefers-contrast: more)';

function systemTheme(): 'light' | 'dark' | 'contrast' {
  if (matchMedia(DARK).matches) return 'dark';
  return matchMedia(CONTRAST).matches ? 'contrast' : 'light';
}
