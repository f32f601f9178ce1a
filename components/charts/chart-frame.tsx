import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { t } from '../../utils/i18n';
import { common } from '../../utils/i18n/common';

interface ChartFrameProps {
  /** What the picture shows; for a screen reader it stands for the picture. */
  readonly label: string;
  readonly chart: ComponentChildren;
  readonly table: ComponentChildren;
  /** Further controls in the same line. */
  readonly controls?: ComponentChildren;
}

/** A chart and the table that says the same, one key apart. */
export function ChartFrame({ label, chart, table, controls }: ChartFrameProps) {
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  return (
    <div class="chart-frame">
      <div class="chart-controls">
        {controls}
        <button
          type="button"
          class="link small"
          aria-pressed={asTable}
          aria-controls={id}
          data-action="as-table"
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? t(common.asChart) : t(common.asTable)}
          <span class="visually-hidden">{label}</span>
        </button>
      </div>
      <div id={id}>{asTable ? table : chart}</div>
    </div>
  );
}
