import { actionOfControl } from '../../../../utils/knowledge/action-of-control';
import type { JudgedControl } from './run-controls';
import type { ButtonWords } from './words';

/** Judges words as those of a button that stands by itself. */
export function judgeWords({ actions, traps }: ButtonWords): readonly JudgedControl[] {
  const expected = [
    ...Object.entries(actions).flatMap(([kind, words]) =>
      words.split(' ').map((text) => [text, kind] as const),
    ),
    ...traps.split(' ').map((text) => [text, '-'] as const),
  ];
  return expected.map(([words, kind]) => {
    const text = words.replaceAll('_', ' ');
    const action = actionOfControl({
      text,
      names: [],
      icons: [],
      kind: 'button',
      place: 'free',
      leads: false,
      file: false,
      disabled: false,
      lit: false,
      headings: [],
      siblings: [],
      login: false,
    });
    return { page: 'words', text, expected: kind, found: action?.action ?? '-', reading: null };
  });
}
