import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface SettingProps {
  readonly label: string;
  readonly hint?: string;
  /** Draws the control with the ids of its label and hint. */
  readonly children: (ids: { readonly id: string; readonly hintId?: string }) => ComponentChildren;
}

/** One line of settings: what it is, the control, and one sentence on what it does. */
function Setting({ label, hint, children }: SettingProps) {
  const id = useId();
  const hintId = useId();
  return (
    <div class="setting">
      <label for={id}>{label}</label>
      <div class="setting-control">
        {children(hint === undefined ? { id } : { id, hintId })}
        {hint !== undefined && (
          <p id={hintId} class="small soft">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}

interface SelectSettingProps<Value extends string> {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: Value;
  readonly choices: readonly (readonly [Value, string])[];
  readonly onChoose: (value: Value) => void;
}

/** A setting with a few values. */
export function SelectSetting<Value extends string>(props: SelectSettingProps<Value>) {
  const { name, label, hint, value, choices, onChoose } = props;
  return (
    <Setting label={label} {...(hint === undefined ? {} : { hint })}>
      {({ id, hintId }) => (
        <select
          id={id}
          name={name}
          class="input"
          aria-describedby={hintId}
          value={value}
          onChange={(event) => onChoose(event.currentTarget.value as Value)}
        >
          {choices.map(([choice, words]) => (
            <option key={choice} value={choice} selected={choice === value}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Setting>
  );
}

interface CheckSettingProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** A setting that is on or off. */
export function CheckSetting(props: CheckSettingProps) {
  const { name, label, hint, checked, disabled = false, onChange } = props;
  const hintId = useId();
  return (
    <label class="choice">
      <input
        type="checkbox"
        name={name}
        checked={checked}
        disabled={disabled}
        aria-describedby={hint === undefined ? undefined : hintId}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>{label}</span>
      {hint !== undefined && (
        <span id={hintId} class="hint">
          {hint}
        </span>
      )}
    </label>
  );
}
