import { t } from '../../utils/i18n';
import { definitionWords } from '../../utils/i18n/definition-words';
import { type Definition, definitions, FIGURE_NAMES } from '../../utils/i18n/definitions';
import { DefinitionText } from './figure-dialog';

/** Every definition, one under the other. */
export function DefinitionsView() {
  return (
    <section class="view-text">
      <h2>{t(definitionWords.title)}</h2>
      <p class="soft">{t(definitionWords.lead)}</p>
      {FIGURE_NAMES.map((name) => {
        const definition: Definition = definitions[name];
        return (
          <article key={name} class="definition" id={`definition-${name}`}>
            <h3>{t(definition.title)}</h3>
            <DefinitionText definition={definition} />
          </article>
        );
      })}
    </section>
  );
}
