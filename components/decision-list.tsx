import { t } from '../utils/i18n';
import type { Message } from '../utils/i18n/message';
import { welcome } from '../utils/i18n/welcome';

export type Decision = 'times' | 'values' | 'decline';

const DECISIONS: readonly {
  readonly decision: Decision;
  readonly action: string;
  readonly title: Message;
  readonly text: Message;
  readonly button: Message;
}[] = [
  {
    decision: 'times',
    action: 'agree-times',
    title: welcome.timesTitle,
    text: welcome.timesText,
    button: welcome.agreeTimes,
  },
  {
    decision: 'values',
    action: 'agree-values',
    title: welcome.valuesTitle,
    text: welcome.valuesText,
    button: welcome.agreeValues,
  },
  {
    decision: 'decline',
    action: 'decline',
    title: welcome.declineTitle,
    text: welcome.declineText,
    button: welcome.decline,
  },
];

/** The person's decision: equal choices of equal size, none chosen beforehand. */
export function DecisionList({ onDecide }: { readonly onDecide: (decision: Decision) => void }) {
  return (
    <ul class="decisions">
      {DECISIONS.map(({ decision, action, title, text, button }) => (
        <li key={decision} class="decision">
          <h3>{t(title)}</h3>
          <p>{t(text)}</p>
          <button
            type="button"
            class="button"
            data-action={action}
            onClick={() => onDecide(decision)}
          >
            {t(button)}
          </button>
        </li>
      ))}
    </ul>
  );
}
