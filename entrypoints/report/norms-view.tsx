import { formatDayKey } from '../../utils/format/date';
import { language, sentenceGap, t } from '../../utils/i18n';
import type { Language } from '../../utils/i18n/message';
import { normWords as words } from '../../utils/i18n/norms';
import { citation, NORMS, type Norm } from '../../utils/knowledge/norms';

const CERTAINTY = {
  agreed: words.certaintyAgreed,
  copies: words.certaintyCopies,
  partial: words.certaintyPartial,
} as const;

/** What the norms say, point by point, with source and date, and what they do not say. */
export function NormsView() {
  const newestFirst = [...NORMS].sort((a, b) => (a.date < b.date ? 1 : -1));
  return (
    <section class="view-text">
      <h2>{t(words.title)}</h2>
      <p class="soft">{t(words.lead)}</p>
      {newestFirst.map((norm) => (
        <NormEntry key={norm.id} norm={norm} />
      ))}
      <article class="definition">
        <h3>{t(words.silentTitle)}</h3>
        <ul class="dash-list">
          <li>{t(words.silentZombie)}</li>
          <li>{t(words.silentTraces)}</li>
          <li>{t(words.silentPresence)}</li>
          <li>{t(words.silentScope)}</li>
          <li>{t(words.silentPerson)}</li>
        </ul>
      </article>
    </section>
  );
}

function NormEntry({ norm }: { readonly norm: Norm }) {
  const spoken = language.value;
  const issuer = norm.issuer[spoken];
  const { number } = norm;
  const date = dateInWords(norm.date, spoken);
  return (
    <article class="definition" data-norm={norm.id}>
      <h3>{spoken === 'zh_CN' ? `《${norm.title.zh_CN}》` : norm.title.en}</h3>
      <p class="soft">
        {number === undefined
          ? t(words.from, { issuer, date })
          : t(words.fromNumber, { issuer, number, date })}
      </p>
      <ul class="dash-list">
        {norm.articles.map((article) => (
          <li key={article.id}>
            {article.text[spoken]}
            {article.threshold !== undefined && spoken === 'zh_CN' && (
              <span class="row-note">{t(words.threshold, { text: article.threshold })}</span>
            )}
          </li>
        ))}
      </ul>
      <p class="small soft">
        {[
          ...(citation(norm) === 'by-analogy' ? [t(words.byAnalogy)] : []),
          t(CERTAINTY[norm.certainty]),
          norm.note?.[spoken] ?? '',
        ].join(sentenceGap())}
        <span class="row-note">{t(words.readIn, { places: norm.readIn.join(' · ') })}</span>
      </p>
    </article>
  );
}

/** The day, or the year alone where no more is known. */
function dateInWords(date: string, spoken: Language): string {
  if (date.length >= 10) return formatDayKey(date, spoken);
  return spoken === 'zh_CN' ? `${date} 年` : date;
}
