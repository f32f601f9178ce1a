/**
 * What a unit may set through the browser's managed storage. It can only narrow: consent, pause,
 * deleting, wiping, hiding rows, not handing in and structure-only mode are always the person's.
 */
export interface Policy {
  /** Sites offered on the welcome page and in the options, each still asked for by a click. */
  readonly presetSites: readonly { readonly url: string; readonly name: string }[];
  /** Where not empty: only these match patterns are ever recorded. */
  readonly onlySites: readonly string[];
  /** Longest retention of detailed records, days. */
  readonly maxRetentionDays?: number;
  /** Outputs that are switched off. */
  readonly disabledOutputs: readonly ('print' | 'json' | 'csv' | 'excel' | 'contribution')[];
  /** No digests of values, whatever was chosen. */
  readonly structureOnly: boolean;
}

export const NO_POLICY: Policy = {
  presetSites: [],
  onlySites: [],
  disabledOutputs: [],
  structureOnly: false,
};

const OUTPUTS = ['print', 'json', 'csv', 'excel', 'contribution'] as const;

/**
 * Reads a policy from managed storage. Whatever is malformed is left out: a faulty policy never
 * widens what is recorded, and never stops the program.
 */
export function parsePolicy(managed: Readonly<Record<string, unknown>>): Policy {
  const days = managed.maxRetentionDays;
  return {
    presetSites: list(managed.presetSites).flatMap((site) => {
      if (typeof site !== 'object' || site === null) return [];
      const { url, name } = site as { url?: unknown; name?: unknown };
      return typeof url === 'string' && typeof name === 'string' ? [{ url, name }] : [];
    }),
    onlySites: list(managed.onlySites).filter((site) => typeof site === 'string'),
    ...(typeof days === 'number' && days >= 1 ? { maxRetentionDays: Math.floor(days) } : {}),
    disabledOutputs: OUTPUTS.filter((output) => list(managed.disabledOutputs).includes(output)),
    structureOnly: managed.structureOnly === true,
  };
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
