import { CheckSetting, SelectSetting } from '../../components/setting';
import { requestNotices } from '../../utils/browser/notices';
import { t } from '../../utils/i18n';
import { notices } from '../../utils/i18n/notices';
import { options as words } from '../../utils/i18n/options';
import { save, settings } from './options-state';

/** Language, type size, colours, badge and notice: all at once, on every page. */
export function DisplayPart() {
  const { language, typeSize, theme, badge, weeklyNotice } = settings.value;
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
      <CheckSetting
        name="badge"
        label={t(notices.badge)}
        hint={t(notices.badgeHint)}
        checked={badge}
        onChange={(on) => save({ badge: on })}
      />
      <CheckSetting
        name="weekly-notice"
        label={t(notices.notice)}
        hint={t(notices.noticeHint)}
        checked={weeklyNotice}
        onChange={async (on) => {
          // Asked first, straight from the click: the browser takes the question from nowhere else.
          const allowed = on && (await requestNotices().catch(() => false));
          await save({ weeklyNotice: allowed });
        }}
      />
    </>
  );
}
