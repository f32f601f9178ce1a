import type { Action, Submission, Upload } from '../../utils/domain/records';

const BASE = { platform: 'a', score: 3, evidence: [], keyGeneration: 1 } as const;
const idOf = (index: number) => index.toString(16).padStart(24, '0');

export function accepted(index: number, outcome: Submission['outcome'] = 'accepted'): Submission {
  return {
    ...BASE,
    id: idOf(index),
    at: index,
    startedAt: index,
    form: 'f',
    outcome,
    intent: 'final',
    rework: false,
    fields: [],
    fillingMs: 0,
  };
}

export function action(index: number): Action {
  return {
    ...BASE,
    id: idOf(index),
    at: index,
    action: 'check-in',
    outcome: 'done',
    count: 1,
    cues: [],
    exempt: false,
  };
}

export function upload(index: number): Upload {
  return {
    ...BASE,
    id: idOf(index),
    at: index,
    via: 'chooser',
    fileKind: 'image',
    sizeClass: 9,
    proofMaterial: false,
    outcome: 'sent',
  };
}
