import { computed, signal } from '@preact/signals';
import type { Decision } from '../../components/decision-list';
import {
  grantedOrigins,
  removeAllOrigins,
  requestGovernment,
} from '../../utils/browser/permissions';
import { installedByPolicy, readPolicy } from '../../utils/browser/policy';
import {
  onStoredChanged,
  readStored,
  withdrawConsent,
  writeConsent,
} from '../../utils/browser/settings';
import { GOVERNMENT_PATTERN } from '../../utils/domain/match-pattern';
import { NO_POLICY, type Policy } from '../../utils/domain/policy';
import type { StoredSettings } from '../../utils/domain/settings';

export const stored = signal<StoredSettings>({});
export const granted = signal<readonly string[]>([]);
export const policy = signal<Policy>(NO_POLICY);
export const byPolicy = signal(false);
/** The person chose not to agree, here and now. It is kept nowhere. */
export const declined = signal(false);
/** The person wants to decide anew although there is a decision. */
export const deciding = signal(false);

export const governmentGranted = computed(() =>
  granted.value.some((origin) => origin === GOVERNMENT_PATTERN || origin === '*://*/*'),
);

/** Reads what the page stands on, and keeps it up to date. */
export async function loadWelcome(): Promise<void> {
  [stored.value, granted.value, byPolicy.value] = await Promise.all([
    readStored(),
    grantedOrigins(),
    installedByPolicy().catch(() => false),
  ]);
  // Just after the browser's start a policy may take seconds: the page does not wait for it.
  void readPolicy().then((known) => {
    policy.value = known;
  });
  onStoredChanged((next) => {
    stored.value = next;
    void readGranted();
  });
}

export async function readGranted(): Promise<void> {
  granted.value = await grantedOrigins();
}

/** Carries out the person's decision. Must be called from the click itself. */
export async function decide(decision: Decision): Promise<void> {
  deciding.value = false;
  if (decision === 'decline') {
    declined.value = true;
    await withdrawConsent();
    await removeAllOrigins();
    await readGranted();
    return;
  }
  declined.value = false;
  // Asked first, straight from the click: the browser takes the question from nowhere else.
  const asked = requestGovernment();
  await writeConsent(decision);
  await asked.catch(() => false);
  await readGranted();
}

/** Asks the browser once more, where it had said no. */
export async function askAgain(): Promise<void> {
  await requestGovernment().catch(() => false);
  await readGranted();
}
