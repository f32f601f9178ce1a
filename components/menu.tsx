import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface MenuItem {
  readonly label: string;
  readonly hint?: string;
  readonly action?: string;
  readonly onChoose: () => void;
}

interface MenuProps {
  readonly label: ComponentChildren;
  readonly items: readonly MenuItem[];
  /** Stable name of the opening control, for tests. */
  readonly action?: string;
  readonly small?: boolean;
  /** Opens above the button, where there is no room below. */
  readonly upward?: boolean;
}

/** A button that opens a short list of choices. Escape, a choice or a click elsewhere closes it. */
export function Menu({ label, items, action, small = false, upward = false }: MenuProps) {
  const element = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const closeFromElsewhere = (event: Event) => {
      if (!element.current?.contains(event.target as Node))
        element.current?.removeAttribute('open');
    };
    document.addEventListener('pointerdown', closeFromElsewhere);
    document.addEventListener('focusin', closeFromElsewhere);
    return () => {
      document.removeEventListener('pointerdown', closeFromElsewhere);
      document.removeEventListener('focusin', closeFromElsewhere);
    };
  }, []);
  const close = () => {
    element.current?.removeAttribute('open');
    element.current?.querySelector('summary')?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !element.current?.open) return;
    event.preventDefault();
    close();
  };
  return (
    <details ref={element} class={upward ? 'menu upward' : 'menu'} onKeyDown={onKey}>
      <summary class={small ? 'button small' : 'button'} data-action={action}>
        {label}
      </summary>
      <ul class="menu-list">
        {items.map((item) => (
          <li key={item.label}>
            <button
              type="button"
              class="menu-item"
              data-action={item.action}
              onClick={() => {
                close();
                item.onChoose();
              }}
            >
              {item.label}
              {item.hint !== undefined && <span class="hint">{item.hint}</span>}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
