import { useState } from 'preact/hooks';
import { t } from '../../utils/i18n';
import { alreadyReported as words } from '../../utils/i18n/already-reported';

/** The statement to send back to who asks: shown on demand, edited by hand, copied. */
export function AlreadyReported({ text }: { readonly text: string }) {
  const [written, setWritten] = useState<string>();
  const [said, setSaid] = useState<'copied' | 'failed'>();
  if (written === undefined) {
    return (
      <p>
        <button
          type="button"
          class="button"
          data-action="already-reported"
          onClick={() => setWritten(text)}
        >
          {t(words.make)}
        </button>
      </p>
    );
  }
  const copy = () =>
    navigator.clipboard.writeText(written).then(
      () => setSaid('copied'),
      () => setSaid('failed'),
    );
  return (
    <div class="together">
      <label class="field">
        {t(words.edit)}
        <textarea
          class="input"
          rows={12}
          value={written}
          onInput={(event) => setWritten(event.currentTarget.value)}
        />
      </label>
      <p class="button-row">
        <button type="button" class="button primary" data-action="copy" onClick={copy}>
          {t(words.copy)}
        </button>
        <span aria-live="polite">
          {said !== undefined && t(said === 'copied' ? words.copied : words.copyFailed)}
        </span>
      </p>
    </div>
  );
}
