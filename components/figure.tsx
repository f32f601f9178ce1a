import type { ComponentChildren } from 'preact';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Evidence } from '../utils/domain/summary';
import { t } from '../utils/i18n';
import { common } from '../utils/i18n/common';
import type { FigureName } from '../utils/i18n/definitions';

export interface OpenedFigure {
  readonly figure: FigureName;
  /** The number as it stands on the page. */
  readonly shown: string;
  readonly platform?: string;
  readonly evidence?: Evidence;
}

/** Opens the definition of a figure and the records behind it. */
export const OpenFigure = createContext<(opened: OpenedFigure) => void>(() => {});

interface FigureProps {
  readonly figure: FigureName;
  /** The plain number: milliseconds, a count or a share. */
  readonly value: number;
  readonly shown: string;
  readonly platform?: string;
  readonly evidence?: Evidence;
  readonly class?: string;
  readonly children?: ComponentChildren;
}

/** A number on the page. It is a button: its definition and its records are one click away. */
export function Figure(props: FigureProps) {
  const { figure, value, shown, platform, evidence, children } = props;
  const open = useContext(OpenFigure);
  return (
    <button
      type="button"
      class={props.class === undefined ? 'figure' : `figure ${props.class}`}
      data-figure={figure}
      data-platform={platform}
      title={t(common.openDefinition)}
      onClick={() =>
        open({
          figure,
          shown,
          ...(platform === undefined ? {} : { platform }),
          ...(evidence === undefined ? {} : { evidence }),
        })
      }
    >
      <data value={String(value)}>{children ?? shown}</data>
    </button>
  );
}
