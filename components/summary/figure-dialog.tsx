import type { ComponentChildren } from 'preact';
import { t } from '../../utils/i18n';
import { common } from '../../utils/i18n/common';
import { definitionWords } from '../../utils/i18n/definition-words';
import { type Definition, definitions } from '../../utils/i18n/definitions';
import { records } from '../../utils/i18n/records';
import { Dialog } from '../dialog';
import type { OpenedFigure } from '../figure';

interface FigureDialogProps {
  readonly opened: OpenedFigure;
  readonly onClose: () => void;
  /** The records behind the figure, as far as they are still there. */
  readonly children: ComponentChildren;
}

/** What a figure is, how it is computed, and the records behind it. */
export function FigureDialog({ opened, onClose, children }: FigureDialogProps) {
  const definition: Definition = definitions[opened.figure];
  return (
    <Dialog title={t(definition.title)} onClose={onClose}>
      <p class="dialog-figure">{opened.shown}</p>
      <DefinitionText definition={definition} />
      <section class="together">
        <h3>{t(records.evidence)}</h3>
        {children}
      </section>
    </Dialog>
  );
}

/** Two sentences, the formula, and whose convention it is. */
export function DefinitionText({ definition }: { readonly definition: Definition }) {
  return (
    <>
      <p>{t(definition.what)}</p>
      <p class="formula">
        <strong>{t(definitionWords.formula)}</strong>
        {t(definition.formula)}
      </p>
      {definition.ours && <p class="small soft">{t(common.ours)}</p>}
    </>
  );
}
