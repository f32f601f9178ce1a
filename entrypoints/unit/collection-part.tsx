import { type Collection, collectionId } from '../../utils/domain/contribution/collection';
import { formatWeekKeys } from '../../utils/format/date';
import { language, t } from '../../utils/i18n';
import { unit as words } from '../../utils/i18n/unit';
import { ChooseFiles } from './choose-files';
import { faultWords } from './read-chosen';
import { collection, collectionFault, openCollection } from './unit-state';

/**
 * The collection in question: who asks for what; or the button that opens one.
 *
 * @param brief its name and weeks; the rest is a click away
 */
export function CollectionPart({ brief = false }: { readonly brief?: boolean }) {
  const one = collection.value;
  return (
    <section class="part">
      <h2>{t(words.collectionFile)}</h2>
      {one !== undefined && !brief && <CollectionFacts collection={one} />}
      {one !== undefined && brief && (
        <>
          <p>
            <strong>{one.title}</strong>　{formatWeekKeys(one.weeks, language.value)}
          </p>
          <details>
            <summary>{t(words.collectionFacts)}</summary>
            <CollectionFacts collection={one} />
          </details>
        </>
      )}
      <p class="button-row screen-only">
        <ChooseFiles
          label={t(one === undefined ? words.chooseCollection : words.otherCollection)}
          action="choose-collection"
          primary={one === undefined}
          onChoose={openCollection}
        />
      </p>
      <FaultLine />
    </section>
  );
}

function FaultLine() {
  const fault = collectionFault.value;
  if (fault === undefined) return null;
  const { reason, at } = faultWords(fault);
  return (
    <p class="notice signal-notice" role="alert" data-fault={fault.reason}>
      {t(words.faultLine, { reason, place: at === '' ? '' : t(words.faultPlace, { at }) })}
    </p>
  );
}

function CollectionFacts({ collection: one }: { readonly collection: Collection }) {
  const facts: readonly (readonly [string, string])[] = [
    [t(words.batchTitle), one.title],
    [t(words.weeks), formatWeekKeys(one.weeks, language.value)],
    [t(words.mode), t(one.mode === 'plain' ? words.modePlain : words.modeSealed)],
    [t(words.processor), one.processor],
    [t(words.contact), one.contact],
    ...(one.keyHolder === undefined ? [] : [[t(words.holderName), one.keyHolder.name] as const]),
    [t(words.purpose), one.purpose],
    [t(words.kinds), one.kinds],
    [t(words.retention), one.retention],
    [t(words.withdrawal), one.withdrawal],
    [t(words.rules), t(words.rulesText, one.rules)],
    [
      t(words.dictionary),
      t(words.dictionaryText, {
        platforms: one.platforms.length,
        categories: one.categories.length,
        forms: one.forms.length,
      }),
    ],
    [t(words.batchId), collectionId(one)],
  ];
  return (
    <dl class="facts" data-collection={one.code}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
