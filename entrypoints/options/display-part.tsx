import { SelectSetting } from '../../components/setting';
import { t } from '../../utils/i18n';
import { options as words } from '../../utils/i18n/options';
import { save, settings } from './options-state';

/** Language, type size and colours: all at once, on every page. */
export function DisplayPart() {
  const { language, typeSize, theme } = settings.value;
  return (
    <>
      <SelectSetting
        name="language"
        label={t(words.language)}
        value={language}
        choices={[
          ['auto', t(words.languageAuto)],
          ['zh_CN', '中文'],
          ['en', 'English'],
        ]}
        onChoose={(choice) => save({ language: choice })}
      />
      <SelectSetting
        name="type-size"
        label={t(words.typeSize)}
        value={typeSize}
        choices={[
          ['normal', t(words.sizeNormal)],
          ['large', t(words.sizeLarge)],
          ['huge', t(words.sizeHuge)],
        ]}
        onChoose={(choice) => save({ typeSize: choice })}
      />
      <SelectSetting
        name="theme"
        label={t(words.theme)}
        value={theme}
        choices={[
          ['auto', t(words.themeAuto)],
          ['light', t(words.themeLight)],
          ['dark', t(words.themeDark)],
          ['contrast', t(words.themeContrast)],
        ]}
        onChoose={(choice) => save({ theme: choice })}
      />
    </>
  );
}
