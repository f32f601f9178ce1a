import { useState } from 'preact/hooks';
import type { Block } from '../../utils/format/document';
import { t } from '../../utils/i18n';
import { alreadyReported as copying } from '../../utils/i18n/already-reported';
import { report } from '../../utils/i18n/report';
import { sheets as words } from '../../utils/i18n/sheets';
import { type SheetDraft, sheetBlocks } from './sheet-draft';

interface SheetEditorProps {
  readonly draft: SheetDraft;
  /** A unit's policy switched printing and files off. */
  readonly outputsOff: boolean;
  /** Absent where they are off, and until that is known. */
  readonly onPrint?: (() => void) | undefined;
  readonly onWord?: ((blocks: readonly Block[]) => void) | undefined;
  /** Absent for what is not kept in the ledger. */
  readonly onKeep?: (() => Promise<void>) | undefined;
}

const SAID = {
  copied: copying.copied,
  copyFailed: copying.copyFailed,
  kept: words.kept,
  notKept: report.notSaved,
} as const;
type Said = keyof typeof SAID;

/** A draft that is edited part by part, and the paper that comes of it. */
export function SheetEditor({ draft, outputsOff, onPrint, onWord, onKeep }: SheetEditorProps) {
  const [written, setWritten] = useState(draft);
  const [signature, setSignature] = useState('');
  const [said, setSaid] = useState<Said>();
  const blocks = sheetBlocks(written, signature);
  const tell = (task: Promise<void>, done: Said, failed: Said) =>
    task.then(
      () => setSaid(done),
      () => setSaid(failed),
    );
  const copy = () => navigator.clipboard.writeText(textOf(blocks));
  return (
    <>
      <div class="sheet-editor screen-only" data-sheet={draft.title}>
        <label class="field">
          {t(words.docTitle)}
          <input
            class="input"
            name="title"
            value={written.title}
            onInput={(event) => setWritten({ ...written, title: event.currentTarget.value })}
          />
        </label>
        {written.sections.map((section, index) => (
          <label key={section.id} class="field">
            {section.heading || written.title}
            <textarea
              class="input"
              name={section.id}
              rows={rowsOf(section.text)}
              value={section.text}
              onInput={(event) => {
                const text = event.currentTarget.value;
                setWritten({
                  ...written,
                  sections: written.sections.map((one, at) =>
                    at === index ? { ...section, text } : one,
                  ),
                });
              }}
            />
          </label>
        ))}
        <label class="field">
          {t(words.signature)}
          <textarea
            class="input"
            name="signature"
            rows={2}
            value={signature}
            onInput={(event) => setSignature(event.currentTarget.value)}
          />
          <span class="hint">{t(words.signatureHint)}</span>
        </label>
        <p class="button-row">
          {onPrint !== undefined && (
            <button
              type="button"
              class="button primary"
              data-action="print-sheet"
              onClick={onPrint}
            >
              {t(words.print)}
            </button>
          )}
          {onWord !== undefined && (
            <button
              type="button"
              class="button"
              data-action="word-sheet"
              onClick={() => onWord(blocks)}
            >
              {t(words.word)}
            </button>
          )}
          <button
            type="button"
            class="button"
            data-action="copy-sheet"
            onClick={() => tell(copy(), 'copied', 'copyFailed')}
          >
            {t(copying.copy)}
          </button>
          {onKeep !== undefined && (
            <button
              type="button"
              class="button"
              data-action="keep-sheet"
              onClick={() => tell(onKeep(), 'kept', 'notKept')}
            >
              {t(words.keep)}
            </button>
          )}
          <button
            type="button"
            class="link"
            data-action="rewrite-sheet"
            onClick={() => setWritten(draft)}
          >
            {t(words.rewrite)}
          </button>
        </p>
        {outputsOff && <p class="small soft">{t(words.outputsOff)}</p>}
        <p aria-live="polite">{said !== undefined && t(SAID[said])}</p>
      </div>
      <SheetPaper blocks={blocks} />
    </>
  );
}

/** The sheet as it is printed: as the document has it. */
function SheetPaper({ blocks }: { readonly blocks: readonly Block[] }) {
  return (
    <article class="paper" aria-hidden="true">
      {blocks.map((block, index) => {
        if (block.kind === 'table') return null;
        const key = `${index} ${block.text}`;
        if (block.kind === 'title') return <h1 key={key}>{block.text}</h1>;
        if (block.kind === 'heading') return <h2 key={key}>{block.text}</h2>;
        return <p key={key}>{block.text}</p>;
      })}
    </article>
  );
}

/** As many lines as the text will take, so that it can be read at once. */
function rowsOf(text: string): number {
  const wide = /[\u4e00-\u9fff]/.test(text) ? 40 : 80;
  return text.split('\n').reduce((rows, line) => rows + Math.ceil((line.length + 1) / wide), 0);
}

function textOf(blocks: readonly Block[]): string {
  return blocks.map((block) => (block.kind === 'table' ? '' : block.text)).join('\n');
}
