import type { ComponentChildren } from 'preact';

interface TableScrollProps {
  readonly label: string;
  readonly children: ComponentChildren;
}

/** Holds a table that may be wider than the page; it scrolls by itself and by keyboard. */
export function TableScroll({ label, children }: TableScrollProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class="table-scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
